import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyOf } from "../../src/auth/policy.js";
import { archiveSchema } from "../../src/resolvers/index.js";
import { ROLES } from "./oracle/policy.js";
import { Questions } from "./oracle/questions.js";
import { openScene, type Scene } from "./oracle/scene.js";

let scene: Scene;
let questions: Questions;
beforeAll(async () => {
  scene = await openScene({ MAX_ALIASES: "500" }, { readOnly: true });
  questions = new Questions(scene);
});
afterAll(() => scene.archive.close());

/** `USES=all`, as .ci/run says: else every twentieth coordinate, and of the whole decision every fifth. */
const oneOf = (n: number) => (_: string, i: number) => process.env.USES === "all" || i % n === 0;

const AT_ONCE = 100;

const inParts = (all: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

describe("every coordinate of the schema", () => {
  test("is asked about here: there is none the archive classifies and this does not know", async () => {
    const { classification } = policyOf(await archiveSchema());
    expect([...questions.coordinates].sort()).toEqual([...classification.keys()].sort());
  });

  test("can be come to by an operation, but for the fields of interfaces: their types are asked", () => {
    const unasked = questions.coordinates.filter((coordinate) => questions.of(coordinate).length === 0);
    expect(unasked.filter((coordinate) => !/^(InformationRecord|Node)\.\w+$/.test(coordinate))).toEqual([]);
  });

  test("is shown, filtered, ordered, searched, paged and written by as the policy says, in every role and in none", async () => {
    const asked = questions.coordinates.filter(oneOf(20)).flatMap((coordinate) => questions.of(coordinate));
    const wrong: string[] = [];
    for (const question of asked) wrong.push(...(await question.wrong()).map((each) => `${question.about}: ${each}`));
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(400);
  }, 300_000);
});

describe.each(ROLES)("To a %s", (role) => {
  test("every coordinate is allowed in the uses the policy allows, of all ten there are", async () => {
    for (const part of inParts(questions.coordinates.filter(oneOf(5))))
      expect(await questions.allowed(role, part).wrong()).toEqual([]);
  }, 60_000);
});
