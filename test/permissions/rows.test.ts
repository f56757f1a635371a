import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf, type Stored } from "./oracle/stored.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const TABLES = [
  "customer",
  "information_record",
  "verification_task",
  "conflict",
  "consent",
  "major_event",
  "evidence",
  "branch",
  "account",
] as const;
type Table = (typeof TABLES)[number];

const LISTED = {
  customer: "customers",
  information_record: "informationRecords",
  verification_task: "verificationTasks",
  conflict: "conflicts",
} as const;

const branchOf = (table: Table, row: Stored): string => {
  if (table === "branch") return row.id;
  if (table === "account" || table === "customer") return row.branch_id;
  return scene.world.customer(row.customer_id).branch_id;
};

/** The rows of a table that exist for somebody. */
const existing = (username: string, role: string, table: Table): Stored[] => {
  const rows = scene.world.all[table];
  if (rowsOf(role) === "none") return [];
  const { id, branch_id } = scene.world.account(username);
  const exists = (row: Stored) => branchOf(table, row) === branch_id || scene.world.isOnClaimOf(id, row);
  return rowsOf(role) === "all" ? [...rows] : rows.filter(exists);
};

const idsOf = (table: Table, rows: readonly Stored[]): string[] => rows.map(({ id }) => idOf(table, id)).sort();

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const walk = async (username: string, root: string): Promise<{ ids: string[]; total: number }> => {
  const query = `query ($after: String) { ${root}(first: 100, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`;
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, text } = await scene.archive.ask(username, query, { after });
    if (!data) throw new Error(text);
    const { nodes, pageInfo, totalCount } = data[root];
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    if (!pageInfo.hasNextPage) return { ids: ids.sort(), total: totalCount };
    after = pageInfo.endCursor;
  }
};

const found = async (username: string, ids: readonly string[]): Promise<string[]> => {
  const answered: string[] = [];
  for (const part of inParts(ids, 100)) {
    const { data } = await scene.archive.ask(username, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: part,
    });
    answered.push(...data.nodes.flatMap((node: { id: string } | null) => node?.id ?? []));
  }
  return answered.sort();
};

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("for a %s", (role, username) => {
  test.each(Object.entries(LISTED) as [Table, string][])(
    "the rows of %s that are listed, counted and found one by one are the same, and those of the policy",
    async (table, root) => {
      const expected = idsOf(table, existing(username, role, table));
      const { ids, total } = await walk(username, root);
      expect(ids).toEqual(expected);
      expect(total).toBe(expected.length);
      expect(await found(username, idsOf(table, scene.world.all[table]))).toEqual(expected);
    },
  );

  test.each(TABLES.filter((table) => !(table in LISTED)))(
    "of %s, nodes finds what is in scope and nothing else",
    async (table) => {
      const expected = idsOf(table, existing(username, role, table));
      expect(await found(username, idsOf(table, scene.world.all[table]))).toEqual(expected);
    },
  );
});

test("a verifier holds claims in another branch, too, and sees nothing else of it", () => {
  const { id, branch_id } = scene.world.account("verifier");
  const isAway = (table: Table) => (row: Stored) => branchOf(table, row) !== branch_id;
  const tasks = existing("verifier", "VERIFIER", "verification_task").filter(isAway("verification_task"));
  expect(tasks.map(({ category }) => category).sort()).toEqual(["CONTACT", "FINANCIAL"]);
  const records = existing("verifier", "VERIFIER", "information_record").filter(isAway("information_record"));
  const theirs = new Set(tasks.flatMap((task) => scene.world.recordsOf(task.id)));
  expect(new Set(records)).toEqual(theirs);
  expect(tasks.every((task) => scene.world.isClaimOf(id, task))).toBe(true);
  for (const table of ["customer", "consent", "conflict", "major_event"] as const)
    expect(existing("verifier", "VERIFIER", table).filter(isAway(table))).toEqual([]);
});

const WAYS: readonly (readonly [way: string, table: Table, query: (id: string) => string])[] = [
  ["customer by id", "customer", (id) => `{ customer(id: "${id}") { name records { totalCount } } }`],
  ["customer as of a day", "customer", (id) => `{ customer(id: "${id}", asOf: { validAt: "2026-01-01" }) { name } }`],
  ["node", "customer", (id) => `{ node(id: "${id}") { id ... on Customer { name } } }`],
  ["nodes", "customer", (id) => `{ nodes(ids: ["${id}"]) { id } }`],
  ["a record", "information_record", (id) => `{ informationRecord(id: "${id}") { status } }`],
  ["a record as a node", "information_record", (id) => `{ node(id: "${id}") { ... on ContactRecord { mobile } } }`],
  ["a task", "verification_task", (id) => `{ verificationTask(id: "${id}") { status } }`],
  ["a conflict", "conflict", (id) => `{ node(id: "${id}") { ... on Conflict { reason } } }`],
  ["a consent", "consent", (id) => `{ node(id: "${id}") { ... on Consent { personName } } }`],
  ["a person", "account", (id) => `{ node(id: "${id}") { ... on Person { displayName } } }`],
  ["a branch", "branch", (id) => `{ node(id: "${id}") { ... on Branch { name } } }`],
  [
    "records of a customer",
    "customer",
    (id) => `{ informationRecords(filter: { customerId: { eq: "${id}" } }) { totalCount nodes { id } } }`,
  ],
  [
    "statements of a customer",
    "customer",
    (id) => `{ financialStatements(filter: { customer: { id: { eq: "${id}" } } }) { totalCount } }`,
  ],
  [
    "tasks of a customer",
    "customer",
    (id) => `{ verificationTasks(filter: { customerId: { in: ["${id}"] } }) { totalCount } }`,
  ],
  [
    "conflicts of a customer",
    "customer",
    (id) => `{ conflicts(filter: { customerId: { eq: "${id}" } }) { totalCount nodes { id } } }`,
  ],
  [
    "customers by id",
    "customer",
    (id) => `{ customers(filter: { id: { eq: "${id}" } }) { totalCount nodes { name } } }`,
  ],
];

describe.each([["clerk"], ["collector"], ["verifier"], ["collector2"], ["reporter"], ["admin"]])(
  "to a %s",
  (username) => {
    const elsewhere = (table: Table): Stored => {
      const none = ["reporter", "admin"].includes(username);
      const here = existing(username, none ? "REPORTER" : "CLERK", table);
      const row = scene.world.all[table].find((each) => !here.includes(each));
      if (row === undefined) throw new Error("everything is here");
      return row;
    };

    test.each(WAYS)(
      "what is another branch's and what is not there are the same bytes: %s",
      async (_, table, query) => {
        const theirs = await scene.archive.ask(username, query(idOf(table, elsewhere(table).id)));
        const nobodys = await scene.archive.ask(username, query(idOf(table, randomUUID())));
        expect(theirs.text).toBe(nobodys.text);
        expect(theirs.status).toBe(nobodys.status);
        expect(theirs.errors).toBeUndefined();
      },
    );

    test("a customer code of another branch and one that does not exist are the same bytes", async () => {
      const query =
        "query ($code: String) { customer(code: $code) { name } customers(filter: { code: { eq: $code } }) { totalCount } }";
      const theirs = await scene.archive.ask(username, query, { code: elsewhere("customer").code });
      expect(theirs.text).toBe((await scene.archive.ask(username, query, { code: "NO-SUCH" })).text);
      expect(theirs.data).toEqual({ customer: null, customers: { totalCount: 0 } });
    });

    test("searching finds nothing of another branch", async () => {
      const { code, name } = elsewhere("customer");
      for (const search of [code, name]) {
        const { data } = await scene.archive.ask(
          username,
          "query ($search: String) { customers(first: 100, search: $search) { nodes { code } } }",
          { search },
        );
        expect(data.customers.nodes.map((node: { code: string }) => node.code)).not.toContain(code);
      }
    });
  },
);
