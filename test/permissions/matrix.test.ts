import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask } from "./oracle/ask.js";
import { cellOf, FIELDS, gradeAt, ROLES, rowsOf, shownUnder } from "./oracle/policy.js";
import { aboutRows, NODE_TABLES, RECORD_TYPES } from "./oracle/rows.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { coordinatesOf, wholeOf } from "./oracle/whole.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const seen = new Map<string, Set<string>>();

/** What is wrong with the answer to a question, as somebody. */
const wrongWith = async (username: string, ask: Ask): Promise<readonly string[]> => {
  const judged = await scene.judge(username, [ask]);
  seen.set(username, new Set([...(seen.get(username) ?? []), ...judged.seen]));
  return judged.wrong;
};

describe("the policy as it is written", () => {
  test("speaks of every field there is, and of none that is not", () => {
    const told = coordinatesOf(scene.schema);
    expect(told.filter((coordinate) => gradeAt(coordinate) === undefined)).toEqual([]);
    expect([...FIELDS.keys()].filter((coordinate) => !told.includes(coordinate))).toEqual([]);
  });
});

/** A consent is on nobody's desk, and a clerk collects nothing but contacts and feedback. */
const isNobodysWork = (role: string, coordinate: string): boolean =>
  coordinate.startsWith("Consent.") || (role === "CLERK" && /^(Transaction|Operation)Record\./.test(coordinate));

/** The ways a field is shown to a role on some row or other. */
const waysOf = (role: string, coordinate: string): string[] => {
  const { grade, masked } = gradeAt(coordinate);
  if (grade === "RECORD") return [];
  const { level, otherwise } = shownUnder(cellOf(role, grade), masked);
  if (level !== "TASK_BOUND") return [level];
  return isNobodysWork(role, coordinate) ? [otherwise] : ["FULL", otherwise];
};

/** What is carried by another field, or answered by a mutation or to an administrator only; `writes` and `accounts` ask for that. */
const ELSEWHERE =
  /^(Money|Viewer|Clearance|Completeness|MissingItem|InformationCategory|CategoryField|PageInfo|Notice|Account|AccessToken|CreditProposal|ImportJob|ImportedRow|ArchiveStatistics|Statistics\w+|ScoreLine|AccessEvent|AccessRead|AccessExplanation|ClearanceCell|RoleClearance|TextClearance|SharingAgreement|\w+Payload)\./;

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("to a %s", (role, username) => {
  test.each([...RECORD_TYPES, "Customer", "VerificationTask", ...Object.keys(NODE_TABLES)])(
    "every field of a %s is shown as the policy says",
    async (type) => {
      const ask = aboutRows(scene, username, type, wholeOf(scene.schema, type));
      expect(await wrongWith(username, ask)).toEqual([]);
    },
  );

  test("nothing was left out: every field was met in every way it may be shown", () => {
    const met = seen.get(username) ?? new Set();
    if (rowsOf(role) === "none") return expect([...met]).toEqual([]);
    const unmet = [...FIELDS.keys()]
      .filter((coordinate) => !ELSEWHERE.test(coordinate))
      .flatMap((coordinate) => waysOf(role, coordinate).map((way) => `${coordinate} ${way}`))
      .filter((way) => !met.has(way));
    expect(unmet).toEqual([]);
  });
});
