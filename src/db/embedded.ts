import { join } from "node:path";
import type { PGlite, PGliteOptions, Results, Transaction } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PgliteDatabase, type PgliteQueryResultHKT } from "drizzle-orm/pglite";
import { CannotOpen } from "./cannot-open.js";
import { dataFolder } from "./data-folder.js";
import type { Database, Session } from "./database.js";
import type { Vault } from "./encryption/vault.js";
import { lockFolder } from "./lock.js";
import { PreparingLite } from "./preparing-lite.js";
import * as tables from "./tables/index.js";
import { Stand } from "./wall/stand.js";
import { type Standing, standingOf, standStatements } from "./wall/standing.js";
import { ARRAY_TYPES, arrayParsers, PARSERS, toWire } from "./wire.js";

export type EmbeddedOrm = PgliteDatabase<typeof tables>;
type Transactional = PgTransaction<PgliteQueryResultHKT, typeof tables, ExtractTablesWithRelations<typeof tables>>;

interface Client {
  query<T>(text: string, values?: readonly unknown[], options?: { rowMode?: "array" | "object" }): Promise<Results<T>>;
  /** Of what no session asked for. */
  quietly(text: string): Promise<unknown>;
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>;
}

type Hook = ((text: string) => void) | undefined;

/** drizzle's own statements around a nested transaction; the other driver sends them out of sight. */
const SAVEPOINT = /^(rollback to |release )?savepoint /;

/** What drizzle takes for the driver. Of its options only the row mode is passed on: its parsers are not ours. */
const clientOver = (lite: PGlite | Transaction, onStatement: Hook): Client => ({
  query: (text, values = [], options) => {
    if (!SAVEPOINT.test(text)) onStatement?.(text);
    return lite.query(text, values.map(toWire), { rowMode: options?.rowMode ?? "object" });
  },
  quietly: (text) => lite.exec(text),
  transaction: (work) => {
    if (!("transaction" in lite)) throw new Error("A transaction begins outside of transactions");
    return lite.transaction((tx) => work(clientOver(tx, onStatement)));
  },
});

const ormOver = (client: Client): EmbeddedOrm => drizzle(client as unknown as PGlite, { schema: tables });

/** drizzle keeps the client it was given: in a transaction, the one of that transaction. */
const sessionOver = (orm: EmbeddedOrm | Transactional): Session => {
  const { client } = orm._.session as unknown as { client: Client };
  return {
    orm,
    rows: async <T>(text: string, values: readonly unknown[]) => (await client.query<T>(text, values)).rows,
  };
};

/** Reads that stand where the last one stood follow it as they are: the one session is shared. */
const readingOver = (stand: Stand, standing: Standing, client: Client): Session => {
  const standingClient: Client = {
    query: (text, values, options) => stand.at(standing, () => client.query(text, values, options)),
    quietly: () => Promise.reject(new Error("A session that reads stands for one viewer")),
    transaction: () => Promise.reject(new Error("A session that reads has no transaction")),
  };
  let orm: EmbeddedOrm | undefined;
  return {
    get orm() {
      orm ??= ormOver(standingClient);
      return orm;
    },
    rows: async <T>(text: string, values: readonly unknown[]) => (await standingClient.query<T>(text, values)).rows,
  };
};

/** PostgreSQL in this process, in a folder or (without one) in memory. */
export const startLite = async (options: PGliteOptions, Lite: typeof PGlite = PreparingLite): Promise<PGlite> => {
  const lite = new Lite({ ...options, extensions: { pg_trgm }, parsers: PARSERS });
  await lite.waitReady;
  await lite.exec("set timezone to 'UTC'; set datestyle to 'ISO, YMD'");
  return lite;
};

export interface OverOptions {
  readonly vault: Vault;
  readonly onStatement?: ((text: string) => void) | undefined;
}

/** A database over an embedded PostgreSQL, brought up to date by `migrate` first. */
export const databaseOver = async (
  lite: PGlite,
  migrate: (orm: EmbeddedOrm) => Promise<void>,
  { vault, onStatement }: OverOptions,
): Promise<Database> => {
  await migrate(ormOver(clientOver(lite, undefined)));
  const types = await lite.query<{ element: number; type: number }>(ARRAY_TYPES);
  Object.assign(lite.parsers, arrayParsers(types.rows));
  const client = clientOver(lite, onStatement);
  const orm = ormOver(client);
  const stand = new Stand(lite);
  return {
    kind: "embedded",
    vault,
    withViewer: (principal, access, work, now) => {
      const standing = standingOf(principal, access, now);
      if (access !== "WRITE") return work(readingOver(stand, standing, client));
      const write = async (tx: Transactional) => {
        await (tx._.session as unknown as { client: Client }).client.quietly(standStatements(standing));
        return work(sessionOver(tx));
      };
      return stand.alone(() => orm.transaction(write));
    },
    close: () => lite.close(),
  };
};

const startIn = async (folder: string): Promise<PGlite> => {
  await dataFolder(folder);
  return startLite({ dataDir: folder }).catch((cause: Error) => {
    throw new CannotOpen(`DATA_DIR: the embedded database in ${folder} cannot be opened: ${cause.message}`, { cause });
  });
};

/** The database of a data folder, which it holds for this process until it is closed. @throws CannotOpen */
export const openEmbedded = async (
  dataDir: string,
  migrate: (orm: EmbeddedOrm) => Promise<void>,
  options: OverOptions,
): Promise<Database> => {
  await dataFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const database = await databaseOver(await startIn(join(dataDir, "db")), migrate, options);
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
};
