import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { Database } from "../../src/db/database.js";
import type { OverOptions } from "../../src/db/embedded.js";
import { openDatabase } from "../../src/db/open.js";
import type { Patience } from "../../src/db/patience.js";
import { API } from "../../src/db/wall/database-role.js";
import { toWire } from "../../src/db/wire.js";
import { ownedBy } from "./owner.js";
import { seed } from "./seed.js";
import { testVault } from "./vault.js";

/** The databases of one run of the tests on a PostgreSQL: their names begin alike. */
export interface TestRun {
  readonly url: string;
  readonly prefix: string;
}

const urlOf = ({ url }: TestRun, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

const administratorOf = (url: string): Sql => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  // Values are text already.
  for (const type of Object.keys(sql.options.serializers)) delete sql.options.serializers[Number(type)];
  return sql;
};

const asAdministrator = async <T>({ url }: TestRun, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = administratorOf(url);
  return work(sql).finally(() => sql.end());
};

const fill = async (
  run: TestRun,
  name: string,
  work: (database: Database) => Promise<void>,
  ownerUrl?: string,
): Promise<void> => {
  const options = { url: urlOf(run, name), ownerUrl, pool: 1, dataDir: "", vault: testVault() };
  const database = await openDatabase(options);
  await work(database).finally(() => database.close());
};

const ownerOf = (run: TestRun): string => `${run.prefix}_owner`;

/** Roles are the cluster's: of those another run has made, the owner has to be given what it would have had of its own. */
const LEAD = (owner: string) => `do $$ begin
  if exists (select from pg_roles where rolname = '${API}') then grant ${API} to ${owner} with admin option; end if;
end $$`;

/** Migrated as in production, where whoever owns the database is no superuser. */
export const makeMigratedTemplate = async (url: string): Promise<TestRun> => {
  const run = { url, prefix: `archive_test_${randomBytes(4).toString("hex")}` };
  const [name, owner, password] = [`${run.prefix}_migrated`, ownerOf(run), randomBytes(12).toString("hex")];
  await asAdministrator(run, async (sql) => {
    await sql.unsafe(`create role ${owner} login createrole password '${password}'`);
    await sql.unsafe(LEAD(owner));
    await sql.unsafe(`create database ${name} template template0 owner ${owner}`);
  });
  await fill(run, name, async () => {}, Object.assign(new URL(urlOf(run, name)), { username: owner, password }).href);
  return run;
};

/** Made when a test first asks for it, once: the others wait. Under its name it is complete. */
const makeSeededTemplate = (run: TestRun): Promise<void> =>
  asAdministrator(run, async (sql) => {
    const [name, draft] = [`${run.prefix}_seeded`, `${run.prefix}_draft`];
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    if ((await sql`select 1 from pg_database where datname = ${name}`).length > 0) return;
    await sql.unsafe(`drop database if exists ${draft}`);
    await sql.unsafe(`create database ${draft} template ${run.prefix}_migrated`);
    await fill(run, draft, seed);
    await sql.unsafe(`alter database ${draft} rename to ${name}`);
  });

/** An empty database, or a copy of a template. */
export const createCopy = async (run: TestRun, template: string): Promise<string> => {
  const name = `${run.prefix}_${randomBytes(6).toString("hex")}`;
  await asAdministrator(run, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  return urlOf(run, name);
};

/** A copy of the demo data, for whoever opens it by itself. It is gone when the run ends. */
export const createSeededCopy = async (run: TestRun): Promise<string> => {
  await makeSeededTemplate(run);
  return createCopy(run, `${run.prefix}_seeded`);
};

const drop = (run: TestRun, name: string): Promise<unknown> =>
  asAdministrator(run, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** A copy of a database that nobody is connected to. */
export const copyOf = (run: TestRun, url: string): Promise<string> => createCopy(run, nameOf(url));

/** Makes a database, which nobody is connected to, into a copy of another. */
export const putBack = async (run: TestRun, url: string, from: string): Promise<void> => {
  await drop(run, nameOf(url));
  await asAdministrator(run, (sql) => sql.unsafe(`create database ${nameOf(url)} template ${nameOf(from)}`));
};

export const dropAll = async (run: TestRun): Promise<void> => {
  const left = await asAdministrator(run, (sql) => sql`select datname from pg_database`);
  for (const { datname } of left) if (datname.startsWith(run.prefix)) await drop(run, datname);
  const owner = ownerOf(run);
  // Memberships it granted hang on it, and stay.
  await asAdministrator(run, (sql) =>
    sql.unsafe(`reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`),
  );
};

interface CopyOptions extends OverOptions {
  readonly patience?: Patience | undefined;
}

const heard = ({ vault, onStatement, patience }: CopyOptions) => ({
  vault,
  ...(onStatement && { onStatement }),
  ...(patience && { patience }),
});

export const openPostgresqlCopy = async (run: TestRun, seeded: boolean, options: CopyOptions): Promise<Database> => {
  const url = await (seeded ? createSeededCopy(run) : createCopy(run, `${run.prefix}_migrated`));
  const database = await openDatabase({ url, pool: 4, dataDir: "", ...heard(options) });
  // Connects with the first statement, and stays: a connection for each takes longer than most of them.
  const owner = administratorOf(url);
  const owned = ownedBy(database, async (text, values) => [
    ...(await owner.unsafe(text, values.map(toWire) as string[])),
  ]);
  const close = async (): Promise<void> => {
    await Promise.all([database.close(), owner.end()]);
    await drop(run, nameOf(url));
  };
  return { ...owned, close };
};
