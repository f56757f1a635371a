import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask } from "./oracle/ask.js";
import { CATEGORY_OF_TYPE, cellOf, FIELDS, gradeAt, ROLES, rowsOf, shownUnder } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, idOf, type Stored } from "./oracle/stored.js";
import { coordinatesOf, identity, wholeOf } from "./oracle/whole.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const RECORD_TYPES = Object.keys(CATEGORY_OF_TYPE).filter((type) => !type.endsWith("Payload"));

const branchOf = (row: Stored): string => scene.world.customer(row.customer_id ?? row.id).branch_id;

/** Records of a category in every state, branch and relation to somebody's work. */
const recordsFor = (username: string, category: string): Stored[] => {
  const { accountId } = scene.eyes(username);
  const rows = scene.world.all.information_record.filter((row) => row.category === category);
  const mine = rows.filter((row) => scene.world.isWorkOf(accountId, row)).slice(0, 8);
  return [...new Set([...mine, ...few(rows, (row) => `${row.status} ${branchOf(row)} ${row.seal === null}`)])];
};

const tasksFor = (username: string): Stored[] => {
  const { accountId } = scene.eyes(username);
  const tasks = scene.world.all.verification_task;
  const mine = tasks.filter((task) => scene.world.isClaimOf(accountId, task));
  const returned = tasks.filter((task) => task.return_reason !== null);
  const kinds = few([...returned, ...tasks], (task) => `${task.status} ${task.category} ${branchOf(task)}`);
  return [...new Set([...mine, ...kinds])].slice(0, 100);
};

const kindOf = (row: Stored): string =>
  [row.category, row.kind, row.resolution, row.withdrawn_on === null, row.customer_id && branchOf(row)].join();

const idsOf = (table: Parameters<typeof idOf>[0], rows: readonly Stored[]): string =>
  JSON.stringify(rows.map(({ id }) => idOf(table, id)));

const listed = (root: string, ids: string, asks: readonly Ask[]): Ask => ({
  field: root,
  args: `first: 100, filter: { id: { in: ${ids} } }`,
  asks: [{ field: "nodes", asks }],
});

const on = (type: string): Ask[] => [
  ...identity(scene.schema, type),
  ...wholeOf(scene.schema, type).map((ask) => ({ ...ask, on: type })),
];

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
  /^(Money|Viewer|Clearance|Completeness|MissingItem|InformationCategory|CategoryField|PageInfo|Notice|Account|AccessToken|CreditProposal|ImportJob|ImportedRow|ArchiveStatistics|Statistics\w+|ScoreLine|AccessEvent|AccessRead|AccessExplanation|ClearanceCell|RoleClearance|\w+Payload)\./;

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("to a %s", (role, username) => {
  test.each(RECORD_TYPES)("every field of a %s is shown as the policy says", async (type) => {
    const ids = idsOf("information_record", recordsFor(username, CATEGORY_OF_TYPE[type] ?? ""));
    expect(await wrongWith(username, listed("informationRecords", ids, on(type)))).toEqual([]);
  });

  test("every field of a customer is shown as the policy says", async () => {
    const ids = idsOf("customer", few(scene.world.all.customer, branchOf, 4));
    expect(await wrongWith(username, listed("customers", ids, wholeOf(scene.schema, "Customer")))).toEqual([]);
  });

  test("every field of a verification task is shown as the policy says", async () => {
    const ids = idsOf("verification_task", tasksFor(username));
    const whole = wholeOf(scene.schema, "VerificationTask");
    expect(await wrongWith(username, listed("verificationTasks", ids, whole))).toEqual([]);
  });

  test.each([
    ["Conflict", "conflict"],
    ["Consent", "consent"],
    ["MajorEvent", "major_event"],
    ["Evidence", "evidence"],
    ["Branch", "branch"],
    ["Person", "account"],
  ] as const)("every field of a %s is shown as the policy says", async (type, table) => {
    const ids = idsOf(table, few(scene.world.all[table], kindOf, 3).slice(0, 80));
    expect(await wrongWith(username, { field: "nodes", args: `ids: ${ids}`, asks: on(type) })).toEqual([]);
  });

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
