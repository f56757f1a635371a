import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { CannotOpen } from "../../src/db/cannot-open.js";
import type { Database } from "../../src/db/database.js";
import { type OpenOptions, openDatabase } from "../../src/db/open.js";
import { branch } from "../../src/db/tables/index.js";
import { createCopy, type TestRun } from "../support/postgresql-databases.js";
import { testVault } from "../support/vault.js";

const run = inject("testRun");
const home = mkdtempSync(join(tmpdir(), "archive-open-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const vault = testVault();
let folders = 0;
/** Where a database can be opened that nobody has opened before. */
const nowhereYet = async (): Promise<OpenOptions> => {
  const dataDir = join(home, `deep/down/${++folders}`);
  return run ? { dataDir, vault, url: await createCopy(run, "template0") } : { dataDir, vault };
};

/** The tables there are, by what the catalogue knows them as: made again they would be others. */
const tablesOf = (database: Database) =>
  database.withViewer(SYSTEM, "READ", ({ rows }) =>
    rows(
      "select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
      [],
    ),
  );

/** Of what cannot be opened, the one line that says why. */
const lineOf = async (options: OpenOptions): Promise<string> => {
  const error = await openDatabase(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CannotOpen);
  return (error as CannotOpen).message;
};

describe("opening", () => {
  test("an empty database makes it the archive's; opened again nothing changes; open already it is refused", async () => {
    const options = await nowhereYet();
    const statements: string[] = [];
    const first = await openDatabase({ ...options, onStatement: (text) => statements.push(text) });
    // Heard is what sessions ask, and none has asked yet.
    expect(statements).toEqual([]);
    const tables = await tablesOf(first);
    expect(tables.length).toBeGreaterThanOrEqual(20);
    await first.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(branch).values({ code: "HQ", name: "总部" }));
    await first.close();

    const second = await openDatabase(options);
    expect(await tablesOf(second)).toEqual(tables);
    const kept = await second.withViewer(SYSTEM, "READ", ({ orm }) => orm.select().from(branch));
    expect(kept).toMatchObject([{ code: "HQ", name: "总部" }]);
    if (!run) expect(await lineOf(options)).toContain("another process is using");
    await second.close();
  }, 60_000);
});

describe.runIf(run)("on PostgreSQL", () => {
  test("processes that start together migrate once", async () => {
    const options = await nowhereYet();
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(options)));
    const lists = await Promise.all(databases.map(tablesOf));
    expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
    await Promise.all(databases.map((database) => database.close()));
  });

  test("all migrations are run by whoever owns the database and may make roles: no superuser, and bound by row policies", async () => {
    const database = await openDatabase({
      dataDir: "",
      vault,
      url: await createCopy(run as TestRun, `${run?.prefix}_migrated`),
    });
    const owners = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows(
        "select distinct o.rolsuper, o.rolbypassrls, o.rolcreaterole from pg_class c join pg_roles o on o.oid = c.relowner where c.relnamespace = 'public'::regnamespace",
        [],
      ),
    );
    expect(owners).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }]);
    await database.close();
  });

  test("in a copy of a database, which forgets what may be done in it, nobody may make temporary tables either", async () => {
    const database = await openDatabase({
      dataDir: "",
      vault,
      url: await createCopy(run as TestRun, `${run?.prefix}_migrated`),
    });
    const [may] = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows<{ may: boolean }>("select has_database_privilege(current_database(), 'temporary') as may", []),
    );
    expect(may).toEqual({ may: false });
    await database.close();
  });

  test("statements are prepared, unless a pooler forbids it", async () => {
    const options = await nowhereYet();
    const preparedBy = async (prepare: boolean): Promise<string[]> => {
      const database = await openDatabase({ ...options, pool: 1, prepare });
      const names = await database.withViewer(SYSTEM, "READ", async ({ orm, rows }) => {
        await orm.select({ code: branch.code }).from(branch);
        return rows<{ statement: string }>("select statement from pg_prepared_statements", []);
      });
      await database.close();
      return names.map(({ statement }) => statement);
    };
    const prepared = (await preparedBy(true)).join("\n");
    expect(prepared).toContain('select "code" from "branch"');
    expect(prepared).toContain("select statement from pg_prepared_statements");
    expect(await preparedBy(false)).toEqual([]);
  });
});

describe("what cannot be opened ends in one line", () => {
  test("a PostgreSQL that is down, without its password", async () => {
    const line = await lineOf({ url: "postgres://archive:hunter2@127.0.0.1:1/archive", dataDir: "", vault });
    expect(line).toMatch(/^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:1\/archive cannot be used: [^\n]*ECONNREFUSED/);
    expect(line).not.toContain("hunter2");
  });

  test("a host that does not exist", async () => {
    expect(await lineOf({ url: "postgres://nowhere.invalid/archive", dataDir: "", vault })).toContain(
      "nowhere.invalid/archive",
    );
  });

  test.runIf(run)("a database without its row policies, as a dump that was restored without its roles", async () => {
    const url = await createCopy(run as TestRun, `${run?.prefix}_migrated`);
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await sql.unsafe(`do $$ declare p record; begin
      for p in select policyname, tablename from pg_policies where tablename like 'customer%' loop
        execute format('drop policy %I on %I', p.policyname, p.tablename);
      end loop; end $$`);
    await sql.end();
    expect(await lineOf({ url, dataDir: "", vault })).toMatch(
      /^DATABASE_URL: the second wall does not stand: customer, customer_fact, customer_record_fact and \d more tables have no row policies\. .*docs\/operations\.md, Backups$/,
    );
  });

  test.runIf(run)("a database that does not exist", async () => {
    const url = Object.assign(new URL(run?.url ?? ""), { pathname: "/no_such_database" }).href;
    expect(await lineOf({ url, dataDir: "", vault })).toContain("does not exist");
  });

  describe("a data folder that is none,", () => {
    const file = join(home, "a-file");
    writeFileSync(file, "");
    mkdirSync(join(home, "taken"));
    writeFileSync(join(home, "taken/db"), "");

    test.each([
      ["a file", file, file],
      ["a path through a file", join(file, "x/y"), join(file, "x/y")],
      ["a folder whose database is a file", join(home, "taken"), join(home, "taken/db")],
    ])("%s", async (_, dataDir, named) => {
      expect(await lineOf({ dataDir, vault })).toBe(
        `DATA_DIR: ${named} cannot be used: it, or something on the way to it, is no folder`,
      );
    });

    test.runIf(process.platform === "linux").each(["/proc", "/proc/x", "/proc/x/y"])(
      "%s, which takes no folders",
      async (dataDir) => {
        expect(await lineOf({ dataDir, vault })).toBe(`DATA_DIR: ${dataDir} cannot be used: nothing can be made there`);
      },
    );
  });
});
