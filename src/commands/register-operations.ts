import { OPERATION_ROLES } from "../auth/authority.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { findAccount } from "../db/queries/account.js";
import { insertOperations, type PersistedOperation, readOperations } from "../db/queries/persisted-operation.js";
import { Refusal } from "../domain/refusal.js";
import { isIdOf } from "./operation-id.js";

export interface Registration {
  readonly operations: readonly PersistedOperation[];
  /** Username of who registers them. */
  readonly by?: string | undefined;
  readonly now: Date;
}

const accountIdOf = async (session: Session, username: string | undefined): Promise<string | null> => {
  if (username === undefined) return null;
  const account = await findAccount(session, username);
  if (account !== null && !account.disabled && OPERATION_ROLES.some((role) => account.roles.includes(role)))
    return account.id;
  throw new Refusal("BAD_USER_INPUT", `--as names an account in use that holds ${OPERATION_ROLES.join(" or ")}.`);
};

/** MD5 and SHA-1 can be made to collide: an id never comes to stand for another text. */
const checkSame = async (session: Session, operations: readonly PersistedOperation[]): Promise<void> => {
  const stored = await readOperations(
    session,
    operations.map(({ id }) => id),
  );
  const bodies = new Map(stored.map(({ id, body }) => [id, body]));
  const other = operations.find(({ id, body }) => bodies.get(id) !== body);
  if (other !== undefined)
    throw new Refusal("CONFLICT", `${other.name}: its id ${other.id} stands for another document.`);
};

/**
 * Lets clients ask for documents by their ids. All are registered, or none. What is there already stays as it is.
 *
 * @returns the ids that are new
 * @throws Refusal CONFLICT when an id stands for another text
 */
export const registerOperations = (database: Database, { operations, by, now }: Registration): Promise<string[]> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    const stranger = operations.find(({ id, body }) => !isIdOf(id, body));
    if (stranger !== undefined) throw new Refusal("BAD_USER_INPUT", `${stranger.name}: its id is no hash of its text.`);
    if (operations.length === 0) return [];
    const registered = { registeredBy: await accountIdOf(session, by), registeredAt: now.toISOString() };
    const fresh = await insertOperations(
      session,
      operations.map((operation) => ({ ...operation, ...registered })),
    );
    await checkSame(session, operations);
    return fresh;
  });
