import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long, the longest first. By its size, which is all it knows, vitest leaves the short ones of them to the end. */
const LONG = [
  ..."two-worlds explained-as-shown list-equals-by-id uses any-query error-values rows writes statements restricted attacks paths planted-leaks every-use".split(
    " ",
  ),
  ..."second-wall matrix withdrawal statistics mutation".split(" "),
].map((name) => `/permissions/${name}.test.ts`);

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex((name) => moduleId.endsWith(name));
  return rank === -1 ? LONG.length : rank;
};

/** Else a worker is at the longest file when the other one has nothing left to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
