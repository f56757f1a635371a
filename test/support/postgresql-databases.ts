import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { Database } from "../../src/db/database.js";
import type { OverOptions } from "../../src/db/embedded.js";
import { openDatabase } from "../../src/db/open.js";
import type { Patience } from "../../src/db/patience.js";
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

const asAdministrator = async <T>({ url }: TestRun, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  // Values are text already.
  for (const type of Object.keys(sql.options.serializers)) delete sql.options.serializers[Number(type)];
  return work(sql).finally(() => sql.end());
};

const fill = async (run: TestRun, name: string, work: (database: Database) => Promise<void>): Promise<void> => {
  const database = await openDatabase({ url: urlOf(run, name), pool: 1, dataDir: "", vault: testVault() });
  await work(database).finally(() => database.close());
};

export const makeMigratedTemplate = async (url: string): Promise<TestRun> => {
  const run = { url, prefix: `archive_test_${randomBytes(4).toString("hex")}` };
  const name = `${run.prefix}_migrated`;
  await asAdministrator(run, (sql) => sql.unsafe(`create database ${name} template template0`));
  await fill(run, name, async () => {});
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
  const dropped = () => drop(run, nameOf(url));
  const owned = ownedBy(database, (text, values) =>
    asAdministrator({ ...run, url }, async (sql) => [...(await sql.unsafe(text, values.map(toWire) as string[]))]),
  );
  return { ...owned, close: async () => void (await database.close().then(dropped)) };
};
