import { SYSTEM } from "../../auth/viewer.js";
import { CannotOpen } from "../cannot-open.js";
import type { Database, Session } from "../database.js";
import { keysInUse } from "./keys-in-use.js";
import { LOOKUP_KEY } from "./vault.js";

interface Registered {
  readonly id: string;
  readonly proof: string;
}

const REGISTER = `insert into encryption_key (id, proof) select * from unnest($1::text[], $2::text[]) on conflict do nothing`;

const variableOf = (id: string): string => (id === LOOKUP_KEY ? LOOKUP_KEY : `ENCRYPTION_KEYS: ${id}`);

/** A key nobody configured any more may go once nothing needs it. @throws CannotOpen */
const requireUnused = async (session: Session, missing: readonly string[]): Promise<void> => {
  const used = await keysInUse(session);
  for (const id of missing) {
    const count = used.get(id) ?? 0;
    if (count > 0)
      throw new CannotOpen(
        `ENCRYPTION_KEYS: ${count} values of this database still need the key ${id}; name it behind the current one and run npm run rotate-keys`,
      );
  }
  await session.rows("delete from encryption_key where id = any($1)", [missing]);
};

/**
 * Holds the configured keys against those the database was written with: whoever starts with a wrong key would write what
 * nobody can read, and read nothing.
 *
 * @throws CannotOpen naming the variable and the key
 */
export const registerKeys = (database: Database): Promise<void> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    const { proofs } = database.vault;
    await session.rows(REGISTER, [[...proofs.keys()], [...proofs.values()]]);
    const registered = await session.rows<Registered>("select id, proof from encryption_key order by id", []);
    for (const { id, proof } of registered)
      if (proofs.has(id) && proofs.get(id) !== proof)
        throw new CannotOpen(`${variableOf(id)} is another key than the one this database was written with`);
    const missing = registered.flatMap(({ id }) => (proofs.has(id) ? [] : [id]));
    if (missing.length > 0) await requireUnused(session, missing);
  });
