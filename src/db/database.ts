import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Principal } from "../auth/viewer.js";
import type { Vault } from "./encryption/vault.js";
import type * as tables from "./tables/index.js";
import type { Access } from "./wall/database-role.js";

export type Orm = PgDatabase<PgQueryResultHKT, typeof tables>;

/** What can be done with the database on behalf of one principal. */
export interface Session {
  /** drizzle, for commands and small look-ups. */
  readonly orm: Orm;
  /** A prepared statement: its text, and one value per placeholder. */
  rows<T>(text: string, values: readonly unknown[]): Promise<T[]>;
}

/** The database behind the archive: embedded (PGlite, for trial) or PostgreSQL. Closed once, at the end. */
export interface Database {
  readonly kind: "embedded" | "postgresql";
  /** What encrypts and decrypts the values this database holds of grade IDENTITY. */
  readonly vault: Vault;
  /**
   * The one door to the data, and where the second wall is set up: statements run as the database role of whoever asks
   * (wall/database-role.ts). READ and REPORT run statements as they come; WRITE is one transaction, committed when
   * `work` resolves and undone when it throws. `now` is when claims are looked at; the database's clock unless said.
   */
  withViewer<T>(principal: Principal, access: Access, work: (session: Session) => Promise<T>, now?: Date): Promise<T>;
  close(): Promise<void>;
}
