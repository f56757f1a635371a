import { CannotOpen } from "./cannot-open.js";
import type { Database } from "./database.js";
import { openEmbedded } from "./embedded.js";
import { fillEncrypted } from "./encryption/fill-encrypted.js";
import { registerKeys } from "./encryption/register-keys.js";
import type { Vault } from "./encryption/vault.js";
import { migrateTheEmbedded, migrateThePostgresql } from "./migrate.js";
import { inOneTransaction, openPostgresql } from "./postgresql.js";
import { sqlState } from "./retry.js";
import { fillSearch } from "./search/fill-search.js";

export interface OpenOptions {
  /** Where PostgreSQL is; without it the embedded database of `dataDir` is opened. */
  readonly url?: string | undefined;
  readonly prepare?: boolean;
  readonly pool?: number;
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
const unreachable = (url: string, cause: Error): CannotOpen => {
  const { host, pathname } = new URL(url);
  const reason = `PostgreSQL at ${host}${pathname} cannot be used: ${cause.message || sqlState(cause)}`;
  return new CannotOpen(`DATABASE_URL: ${reason}`, { cause });
};

const openServer = async (url: string, options: OpenOptions): Promise<Database> => {
  await inOneTransaction(url, migrateThePostgresql).catch((error: Error) => {
    throw UNREACHABLE.test(sqlState(error) ?? "") ? unreachable(url, error) : error;
  });
  return openPostgresql({ ...options, url });
};

/**
 * The database behind the archive, migrated and ready.
 *
 * @throws CannotOpen when PostgreSQL is not reachable, another process holds the data folder, or a key is missing
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
    await fillSearch(database, options.onProgress);
    ready = true;
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};
