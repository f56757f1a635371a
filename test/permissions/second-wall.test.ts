import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { ANONYMOUS, GATE, type Principal, SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import type { Access } from "../../src/db/wall/database-role.js";
import { openTestDatabase } from "../support/database.js";
import { asOwner } from "../support/owner.js";
import { SEEDED_AT } from "../support/seed.js";
import { columnsFor } from "./oracle/columns.js";
import { ROLES, rowsOf } from "./oracle/policy.js";

/** What PostgreSQL itself refuses: SQL of one's own, past everything the archive does before. */
let database: Database;
const branches = new Map<string, string>();
const accounts = new Map<string, { id: string; branch: string | null }>();

const rowsAs = <T>(principal: Principal, text: string, values: readonly unknown[] = [], access: Access = "READ") =>
  database.withViewer(principal, access, ({ rows }) => rows<T>(text, values), SEEDED_AT);

const viewer = (role: string, username = role.toLowerCase()): Viewer => {
  const account = accounts.get(username);
  return {
    accountId: account?.id ?? "",
    sessionId: null,
    username,
    displayName: username,
    role: role as Role,
    roles: [role as Role],
    branchId: account?.branch ?? null,
  };
};

interface Column {
  readonly table: string;
  readonly column: string;
}
let columns: Column[] = [];
let tables: string[] = [];

/** Runs each statement for itself and says of which it was refused for want of a right. */
const REFUSED = `create function refused(statements text[]) returns boolean[] language plpgsql as $$
declare one text; answers boolean[] := '{}';
begin
  foreach one in array statements loop
    begin
      execute one;
      answers := answers || false;
    exception when insufficient_privilege then answers := answers || true;
    end;
  end loop;
  return answers;
end $$`;

const refused = async (principal: Principal, statements: readonly string[], access: Access = "READ") => {
  const [row] = await rowsAs<{ answers: boolean[] }>(principal, "select refused($1) as answers", [statements], access);
  return statements.filter((_, index) => row?.answers[index]);
};

beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  await asOwner(database, REFUSED);
  columns = (await asOwner(
    database,
    'select table_name as "table", column_name as "column" from information_schema.columns where table_schema = \'public\' order by 1, 2',
  )) as Column[];
  tables = [...new Set(columns.map(({ table }) => table))];
  for (const row of (await asOwner(database, "select id, code from branch")) as { id: string; code: string }[])
    branches.set(row.code, row.id);
  for (const row of (await asOwner(database, "select id, username, branch_id as branch from account")) as {
    id: string;
    username: string;
    branch: string | null;
  }[])
    accounts.set(row.username, row);
});
afterAll(() => database.close());

const USES: readonly ((column: string, table: string) => string)[] = [
  (c, t) => `select ${c} from ${t} limit 0`,
  (c, t) => `select 1 from ${t} where ${c} is null limit 0`,
  (c, t) => `select 1 from ${t} order by ${c} limit 0`,
  (c, t) => `select 1 from ${t} group by ${c} limit 0`,
  (c, t) => `select count(${c}) from ${t}`,
];

describe.each(ROLES)("by SQL of its own, %s", (role) => {
  test("reads the columns the matrix shows it and no other, in whatever use", async () => {
    const allowed = columnsFor(role);
    const each = columns.flatMap(({ table, column }) =>
      USES.map((use) => ({ name: `${table}.${column}`, text: use(`"${column}"`, `"${table}"`) })),
    );
    const told = new Set(
      await refused(
        viewer(role),
        each.map(({ text }) => text),
      ),
    );
    const wrongly = each.filter(({ name, text }) => told.has(text) === allowed.has(name)).map(({ text }) => text);
    expect(wrongly).toEqual([]);
  });

  test("reads no row whole where a column of it is not its own, and changes nothing", async () => {
    const allowed = columnsFor(role);
    const whole = tables.filter((table) =>
      columns.every((each) => each.table !== table || allowed.has(`${table}.${each.column}`)),
    );
    const statements = tables.flatMap((table) => [
      `select * from "${table}"`,
      `select row_to_json(t) from "${table}" t`,
    ]);
    const told = await refused(viewer(role), statements);
    expect(
      statements
        .filter((text) => !told.includes(text))
        .filter((text) => !whole.some((table) => text.includes(`"${table}"`))),
    ).toEqual([]);
    const rights = await rowsAs<{ table: string }>(
      viewer(role),
      "select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and (has_any_column_privilege(c.oid, 'INSERT, UPDATE') or has_table_privilege(c.oid, 'DELETE, TRUNCATE, TRIGGER, REFERENCES'))",
    );
    expect(rights).toEqual([]);
  });

  test("counts the customers of its scope, and what is theirs", async () => {
    const scope = rowsOf(role);
    const of = { all: "true", branch: `branch_id = '${branches.get("SH")}'`, none: "false" }[scope] ?? "false";
    for (const table of [
      "information_record",
      "verification_task",
      "consent",
      "major_event",
      "finding",
      "evidence",
      "conflict",
    ]) {
      const sees = await rowsAs<{ n: string }>(viewer(role), `select count(id) as n from ${table}`);
      const claims = `exists (select from verification_task t left join verification_task_record l on l.task_id = t.id
        where t.assignee_id = '${viewer(role).accountId}' and t.status = 'CLAIMED' and t.claimed_until > '${SEEDED_AT.toISOString()}'
        and ${{ information_record: "l.record_id = x.id", verification_task: "t.id = x.id", finding: "l.record_id = x.record_id", evidence: "l.record_id = x.record_id" }[table] ?? "false"})`;
      const theirs = await asOwner(
        database,
        `select count(*) as n from ${table} x where exists (select from customer where id = x.customer_id and ${of}) or (${scope === "branch" ? claims : "false"})`,
      );
      expect([table, Number(sees[0]?.n)]).toEqual([table, Number((theirs[0] as { n: string }).n)]);
    }
    const customers = await rowsAs<{ n: string }>(viewer(role), "select count(id) as n from customer");
    const mine = await asOwner(database, `select count(*) as n from customer where ${of}`);
    expect(Number(customers[0]?.n)).toBe(Number((mine[0] as { n: string }).n));
  });
});

describe("nobody by accident", () => {
  test("there is no table without row security that holds for its owner, too", async () => {
    const bare = await asOwner(
      database,
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)",
    );
    expect(bare).toEqual([]);
  });

  test("a viewer without a branch sees no branch's customers", async () => {
    for (const role of ROLES.filter((each) => rowsOf(each) === "branch")) {
      const [found] = await rowsAs<{ n: string }>(
        { ...viewer(role), branchId: null },
        "select count(id) as n from customer",
      );
      expect(Number(found?.n)).toBe(0);
    }
  });

  test("whoever has not signed in reads nothing, and the door knows accounts and no customers", async () => {
    const statements = tables.map((table) => `select 1 from "${table}" limit 0`);
    expect(await refused(ANONYMOUS, statements)).toEqual(statements);
    const known = ["account", "branch", "persisted_operation", "session", "sign_in_attempt"];
    const open = statements.filter((text) => known.some((table) => text.includes(`"${table}"`)));
    expect(await refused(GATE, statements)).toEqual(statements.filter((text) => !open.includes(text)));
  });

  test("none of them makes, changes or empties a table, chores included", async () => {
    const statements = [
      "create table x (id int)",
      "alter table customer add column x int",
      "alter table customer disable row level security",
      "drop policy archive_clerk_select on customer",
      "truncate customer cascade",
    ];
    for (const principal of [SYSTEM, GATE, ...ROLES.map((role) => viewer(role))] as Principal[])
      expect(await refused(principal, statements, "WRITE")).toEqual(statements);
  });

  test("commands come to no password, and to no chunk of an upload outside of importing", async () => {
    expect(
      await refused(viewer("REVIEWER"), ["select 1 from import_chunk", "select 1 from session"], "WRITE"),
    ).toHaveLength(2);
    const elsewhere = `update customer set name = name where branch_id = '${branches.get("BJ")}' returning id`;
    expect(await rowsAs(viewer("COLLECTOR"), elsewhere, [], "WRITE")).toEqual([]);
    expect((await asOwner(database, elsewhere)).length).toBeGreaterThan(0);
  });
});

describe("what the wall costs the planner", () => {
  const planned = async (role: string, table: string): Promise<string> =>
    (await rowsAs<Record<string, string>>(viewer(role), `explain select id from ${table}`))
      .flatMap((row) => Object.values(row))
      .join("\n");

  test("what a claim opens is asked once, and not planned at every table a statement names", async () => {
    for (const table of ["information_record", "finding", "evidence", "screening_finding"]) {
      const plan = await planned("VERIFIER", table);
      expect(plan).toContain(`on ${table}`);
      expect(plan).not.toContain("verification_task");
    }
  });
});

describe("who a statement runs as", () => {
  test("is set anew every time: viewers mixed at random never meet each other's role or branch", async () => {
    const people = [
      viewer("CLERK"),
      viewer("COLLECTOR", "collector2"),
      viewer("VERIFIER", "verifier2"),
      viewer("AUDITOR"),
      SYSTEM,
      ANONYMOUS,
    ];
    const asked = Array.from({ length: 300 }, (_, i) => people[(i * 7 + (i >> 3)) % people.length] as Principal);
    const ME =
      "select current_user::text as role, coalesce(current_setting('archive.branch', true), '') as branch, coalesce(current_setting('archive.viewer', true), '') as viewer";
    const told = await Promise.all(
      asked.map((principal, i) =>
        i % 11 === 0
          ? rowsAs(principal, "select 1 / 0").catch(() => null)
          : rowsAs<{ role: string; branch: string; viewer: string }>(principal, ME, [], i % 5 === 0 ? "WRITE" : "READ"),
      ),
    );
    for (const [i, principal] of asked.entries()) {
      const found = (told[i] as { role: string; branch: string; viewer: string }[] | null)?.[0];
      if (found === undefined) continue;
      const person = typeof principal === "object" ? principal : null;
      expect(found.viewer).toBe(person?.accountId ?? "");
      expect(found.branch).toBe(person && rowsOf(person.role) === "branch" ? person.branchId : "");
      if (principal === ANONYMOUS) expect(found.role).toBe("archive_nobody");
      if (person && i % 5 !== 0) expect(found.role).toBe(`archive_${person.role.toLowerCase()}`);
    }
  });
});

describe.runIf(inject("testRun"))("on PostgreSQL", () => {
  test("a role put back leads to nobody", async () => {
    const [found] = await database.withViewer(viewer("CLERK"), "WRITE", async ({ rows }) => {
      await rows("reset role", []);
      return rows<{ role: string }>("select current_user::text as role", []);
    });
    expect(found?.role).toBe("archive_nobody");
  });
});
