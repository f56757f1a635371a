import { CannotOpen } from "./cannot-open.js";
import type { Database } from "./database.js";
import { openEmbedded } from "./embedded.js";
import { fillEncrypted } from "./encryption/fill-encrypted.js";
import { registerKeys } from "./encryption/register-keys.js";
import { renewMasks } from "./encryption/renew-masks.js";
import type { Vault } from "./encryption/vault.js";
import { inOneTransaction, type PostgresqlOrm } from "./lane.js";
import { admit, migrateTheEmbedded, migrateThePostgresql } from "./migrate.js";
import type { Patience } from "./patience.js";
import { openPostgresql } from "./postgresql.js";
import { sqlState } from "./retry.js";
import { fillSearch } from "./search/fill-search.js";
import { API } from "./wall/database-role.js";
import { tablesWithoutWall, takeDatabaseRights } from "./wall/missing-wall.js";

export interface OpenOptions {
  /** Where PostgreSQL is; without it the embedded database of `dataDir` is opened. */
  readonly url?: string | undefined;
  /** As whom migrations are run there; without it as whoever `url` names. */
  readonly ownerUrl?: string | undefined;
  readonly prepare?: boolean;
  readonly pool?: number;
  /** How long PostgreSQL works and waits for whoever is served. The embedded database has one session, and nobody to wait for. */
  readonly patience?: Patience;
  readonly dataDir: string;
  readonly vault: Vault;
  /** Called with every statement that goes through a session, once the database is open. */
  readonly onStatement?: (text: string) => void;
  /** Called with one line now and then, where the start has much to do. */
  readonly onProgress?: (line: string) => void;
}

/** Codes of the network, the driver and PostgreSQL that say: not there, not now, or not for you. */
const UNREACHABLE = /^(E[A-Z_]+|CONNECT\w+|08\w{3}|28\w{3}|3D000|53300|57P0\d)$/;

/** Names the host and the database, never the password. */
const unusable = (variable: string, url: string, cause: Error): CannotOpen => {
  const { host, pathname } = new URL(url);
  const reason = cause.message || sqlState(cause);
  return new CannotOpen(`${variable}: PostgreSQL at ${host}${pathname} cannot be used: ${reason}`, { cause });
};

/** What the database does not let its owner do: the second wall needs roles, which somebody has to make. */
const NOT_ALLOWED = "42501";

const inOrder = async <T>(variable: string, url: string, help: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const code = sqlState(error) ?? "";
    if (!(error instanceof Error) || !(UNREACHABLE.test(code) || code === NOT_ALLOWED)) throw error;
    if (code !== NOT_ALLOWED) throw unusable(variable, url, error);
    const refused = error.cause instanceof Error ? error.cause : error;
    throw unusable(variable, url, new Error(`${refused.message}. ${help}`, { cause: error }));
  }
};

const OWNER_NEEDS =
  "Whoever runs the migrations owns the database and has CREATEROLE; see docs/operations.md, The second wall.";
const LOGIN_NEEDS = `The API's login has to be a member of ${API}: grant ${API} to it, or start once with DATABASE_OWNER_URL.`;

const raiseWall = async (orm: PostgresqlOrm, variable: string): Promise<void> => {
  await takeDatabaseRights(orm);
  const bare = await tablesWithoutWall(orm);
  if (bare.length === 0) return;
  const others = bare.length > 3 ? ` and ${bare.length - 3} more tables` : "";
  throw new CannotOpen(
    `${variable}: the second wall does not stand: ${bare.slice(0, 3).join(", ")}${others} have no row policies. How a dump is restored together with its roles: docs/operations.md, Backups`,
  );
};

const openServer = async (url: string, options: OpenOptions): Promise<Database> => {
  const ownerUrl = options.ownerUrl ?? url;
  const variable = options.ownerUrl === undefined ? "DATABASE_URL" : "DATABASE_OWNER_URL";
  const login = options.ownerUrl === undefined ? "" : decodeURIComponent(new URL(url).username);
  await inOrder(variable, ownerUrl, OWNER_NEEDS, () =>
    inOneTransaction(ownerUrl, async (orm) => {
      await migrateThePostgresql(orm);
      await raiseWall(orm, variable);
      if (login !== "") await admit(orm, login);
    }),
  );
  return inOrder("DATABASE_URL", url, LOGIN_NEEDS, () => openPostgresql({ ...options, url }));
};

/**
 * The database behind the archive, migrated and ready.
 *
 * @throws CannotOpen when PostgreSQL is not reachable, the data folder cannot be used or another process holds it, or
 * a key is missing
 */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  let ready = false;
  const onStatement = (text: string) => ready && options.onStatement?.(text);
  const database = await (options.url === undefined
    ? openEmbedded(options.dataDir, migrateTheEmbedded, { vault: options.vault, onStatement })
    : openServer(options.url, { ...options, onStatement }));
  try {
    await registerKeys(database);
    await fillEncrypted(database, options.onProgress);
    await renewMasks(database, options.onProgress);
    await fillSearch(database, options.onProgress);
    ready = true;
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};
