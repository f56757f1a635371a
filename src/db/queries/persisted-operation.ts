import { asc, eq, inArray, or } from "drizzle-orm";
import type { Session } from "../database.js";
import { account, persistedOperation } from "../tables/index.js";

// Operations are no customers': no row scope applies. What they may show is decided when they run.

export interface PersistedOperation {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

const columns = { id: persistedOperation.id, name: persistedOperation.name, body: persistedOperation.body };

export const findOperation = async ({ orm }: Session, id: string): Promise<PersistedOperation | null> => {
  const [row] = await orm.select(columns).from(persistedOperation).where(eq(persistedOperation.id, id));
  return row ?? null;
};

export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly registeredAt: string;
  readonly registeredBy: string | null;
}

/** All of them, by name; of one name the oldest first. */
export const listOperations = ({ orm }: Session): Promise<Registered[]> =>
  orm
    .select({
      id: persistedOperation.id,
      name: persistedOperation.name,
      registeredAt: persistedOperation.registeredAt,
      registeredBy: account.username,
    })
    .from(persistedOperation)
    .leftJoin(account, eq(account.id, persistedOperation.registeredBy))
    .orderBy(asc(persistedOperation.name), asc(persistedOperation.registeredAt), asc(persistedOperation.id));

export interface NewOperation extends PersistedOperation {
  readonly registeredBy: string | null;
  readonly registeredAt: string;
}

/** The ids that are new; of the others nothing is changed. */
export const insertOperations = async ({ orm }: Session, operations: readonly NewOperation[]): Promise<string[]> => {
  const rows = await orm
    .insert(persistedOperation)
    .values([...operations])
    .onConflictDoNothing()
    .returning({ id: persistedOperation.id });
  return rows.map(({ id }) => id);
};

export const readOperations = ({ orm }: Session, ids: readonly string[]): Promise<PersistedOperation[]> =>
  orm
    .select(columns)
    .from(persistedOperation)
    .where(inArray(persistedOperation.id, [...ids]));

/** Ends all of these ids or names; answers what is gone. */
export const deleteOperations = ({ orm }: Session, named: readonly string[]): Promise<PersistedOperation[]> => {
  const wanted = or(inArray(persistedOperation.id, [...named]), inArray(persistedOperation.name, [...named]));
  return orm.delete(persistedOperation).where(wanted).returning(columns);
};
