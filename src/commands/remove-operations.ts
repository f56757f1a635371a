import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { deleteOperations } from "../db/queries/persisted-operation.js";
import { Refusal } from "../domain/refusal.js";

/**
 * Ends operations, by id or by name: of a name all that were ever registered. They stop within two seconds.
 *
 * @returns the ids that are gone
 * @throws Refusal NOT_FOUND when one of them is not there; then none is removed
 */
export const removeOperations = (database: Database, named: readonly string[]): Promise<string[]> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    const gone = await deleteOperations(session, named);
    const missing = named.find((each) => !gone.some(({ id, name }) => id === each || name === each));
    if (missing === undefined) return gone.map(({ id }) => id);
    throw new Refusal("NOT_FOUND", `No operation is registered under the id or name ${missing}.`);
  });
