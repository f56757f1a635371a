import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask } from "./oracle/ask.js";
import { ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, idOf } from "./oracle/stored.js";
import { identity, leadingTo, leavesOf, relationsOf } from "./oracle/whole.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const idsOf = (table: Parameters<typeof idOf>[0], kindOf: (row: Record<string, unknown>) => string, each: number) =>
  JSON.stringify(few(scene.world.all[table], kindOf, each).map(({ id }) => idOf(table, id)));

/** Where a path begins: a list of rows of every kind, in every branch. */
const ROOTS: Readonly<Record<string, { readonly type: string; readonly root: (asks: Ask[]) => Ask }>> = {
  customers: {
    type: "Customer",
    root: (asks) => ({
      field: "customers",
      args: `filter: { id: { in: ${idsOf("customer", ({ branch_id }) => String(branch_id), 2)} } }`,
      asks: [{ field: "nodes", asks }],
    }),
  },
  records: {
    type: "InformationRecord",
    root: (asks) => ({
      field: "informationRecords",
      args: `first: 30, filter: { id: { in: ${idsOf("information_record", ({ category, status }) => `${category} ${status}`, 1)} } }`,
      asks: [{ field: "edges", asks: [{ field: "node", asks }] }],
    }),
  },
  statements: {
    type: "FinancialStatement",
    root: (asks) => ({ field: "financialStatements", args: "first: 4", asks: [{ field: "nodes", asks }] }),
  },
  tasks: {
    type: "VerificationTask",
    root: (asks) => ({
      field: "verificationTasks",
      args: `first: 20, filter: { id: { in: ${idsOf("verification_task", ({ category, status }) => `${category} ${status}`, 1)} } }`,
      asks: [{ field: "nodes", asks }],
    }),
  },
  conflicts: {
    type: "Conflict",
    root: (asks) => ({
      field: "nodes",
      args: `ids: ${idsOf("conflict", ({ category, resolution }) => `${category} ${resolution}`, 2)}`,
      asks: [...identity(scene.schema, "Conflict"), ...asks.map((ask) => ({ ...ask, on: "Conflict" }))],
    }),
  },
};

/** Over one relation and then each of the next: all that is said on the way. */
const twoSteps = (relation: ReturnType<typeof relationsOf>[number]): Ask =>
  leadingTo(scene.schema, relation, (first) => [
    ...leavesOf(scene.schema, first),
    ...relationsOf(scene.schema, first).map((next) =>
      leadingTo(scene.schema, next, (second) => leavesOf(scene.schema, second)),
    ),
  ]);

const usernames = ROLES.filter((role) => rowsOf(role) !== "none").map((role) => role.toLowerCase());

/** `PATHS=all`, as .ci/run says: else each role begins at every fourth root, and each root is begun at by some role. */
const rootsOf = (username: string) =>
  Object.entries(ROOTS).filter((_, i) => process.env.PATHS === "all" || (i + usernames.indexOf(username)) % 4 === 0);

describe.each(usernames)("a %s sees by every path of two relations what the policy says:", (username) => {
  test.each(rootsOf(username))(
    "from %s",
    async (_, { type, root }) => {
      for (const relation of relationsOf(scene.schema, type)) {
        const asks = [...identity(scene.schema, type), twoSteps(relation)];
        expect((await scene.judge(username, [root(asks)])).wrong, relation.name).toEqual([]);
      }
    },
    60_000,
  );
});
