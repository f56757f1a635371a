import type { Database, Session } from "../../src/db/database.js";

type Run = (text: string, values: readonly unknown[]) => Promise<unknown[]>;

const owners = new WeakMap<object, Run>();

/** By the door itself, which whatever is built around a database passes on. */
export const ownedBy = (database: Database, run: Run): Database => {
  owners.set(database.withViewer, run);
  return database;
};

/** Runs a statement as whoever owns the tables: what nobody can through the archive. */
export const asOwner = async (
  database: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<unknown[]> => {
  const run = owners.get(database.withViewer);
  if (run === undefined) throw new Error("Nobody is known to own this database");
  return run(text, values);
};

/** Statements of the owner, each by itself. */
export const ownerOf = (database: Database): Pick<Session, "rows"> => ({
  rows: async <T>(text: string, values: readonly unknown[]) => (await asOwner(database, text, values)) as T[],
});
