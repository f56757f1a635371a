import type { Coordinate } from "../../auth/classification.js";
import { DECLASSIFIED, type DeclassifiedFact } from "../../auth/declassified.js";
import type { Policy } from "../../auth/policy.js";
import { code, table } from "./table.js";

const matching = (policy: Policy, coordinate: Coordinate): Coordinate[] =>
  coordinate.startsWith("*")
    ? [...policy.classification.keys()].filter((each) => each.endsWith(coordinate.slice(1)))
    : [coordinate];

/** @throws Error naming a coordinate of the list that is gone, or not told to everybody after all */
const check = (policy: Policy, { coordinates }: DeclassifiedFact): void => {
  for (const coordinate of coordinates) {
    const found = matching(policy, coordinate);
    const graded = found.find((each) => policy.gradeOf(each) !== "INTERNAL");
    if (found.length === 0 || graded)
      throw new Error(`${coordinate} is on the list of declassified facts, not INTERNAL`);
  }
};

export const declassifiedTable = (policy: Policy): string => {
  for (const fact of DECLASSIFIED) check(policy, fact);
  return table(
    ["fact", "clause", "told by"],
    DECLASSIFIED.map(({ fact, clause, coordinates }) => [fact, clause, coordinates.map(code).join(", ")]),
  );
};
