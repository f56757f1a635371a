import { CannotOpen } from "./cannot-open.js";
import type { Database } from "./database.js";
import { openEmbedded } from "./embedded.js";
import { migrateTheEmbedded, migrateThePostgresql } from "./migrate.js";
import { inOneTransaction, openPostgresql, type PostgresqlOrm } from "./postgresql.js";
import { sqlState } from "./retry.js";

export interface OpenOptions {
  /** Where PostgreSQL is; without it the embedded database of `dataDir` is opened. */
  readonly url?: string | undefined;
  readonly prepare?: boolean;
  readonly pool?: number;
  readonly dataDir: string;
  /** Called with every statement that goes through a session. */
  readonly onStatement?: (text: string) => void;
  /** Called with one line about what works, but not as it should. */
  readonly onWarning?: (line: string) => void;
}

/** Codes of the network, the driver and PostgreSQL that say: not there, not now, or not for you. */
const UNREACHABLE = /^(E[A-Z_]+|CONNECT\w+|08\w{3}|28\w{3}|3D000|53300|57P0\d)$/;

/** Names the host and the database, never the password. */
const unreachable = (url: string, cause: Error): CannotOpen => {
  const { host, pathname } = new URL(url);
  const reason = `PostgreSQL at ${host}${pathname} cannot be used: ${cause.message || sqlState(cause)}`;
  return new CannotOpen(`DATABASE_URL: ${reason}`, { cause });
};

const LOST_INDEX =
  "pg_trgm sees no Chinese in this PostgreSQL (cluster initialised with LC_CTYPE=C): searching a name reads every customer";

const knowsChinese = async (orm: PostgresqlOrm): Promise<boolean> => {
  const [found] = await orm.execute<{ known: boolean }>("select cardinality(show_trgm('张伟')) > 0 as known");
  return found?.known === true;
};

const openServer = async (url: string, options: OpenOptions): Promise<Database> => {
  const prepared = inOneTransaction(url, async (orm) => {
    await migrateThePostgresql(orm);
    if (!(await knowsChinese(orm))) options.onWarning?.(LOST_INDEX);
  });
  await prepared.catch((error: Error) => {
    throw UNREACHABLE.test(sqlState(error) ?? "") ? unreachable(url, error) : error;
  });
  return openPostgresql({ ...options, url });
};

/**
 * The database behind the archive, migrated and ready.
 *
 * @throws CannotOpen when PostgreSQL is not reachable, or another process holds the data folder
 */
export const openDatabase = (options: OpenOptions): Promise<Database> =>
  options.url === undefined
    ? openEmbedded(options.dataDir, migrateTheEmbedded, options.onStatement)
    : openServer(options.url, options);
