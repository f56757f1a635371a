import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Session } from "../../src/db/database.js";
import { asOwner } from "./owner.js";

const TRIGGERS = ["record_sealed_stays", "record_sealed_remains"];

const triggers = async (database: Database, to: "disable" | "enable"): Promise<void> => {
  for (const name of TRIGGERS) await asOwner(database, `alter table information_record ${to} trigger ${name}`);
};

/** Writes what nobody can: past the triggers that keep sealed records and past states as they are. */
export const writeUnsealed = async <T>(database: Database, work: (session: Session) => Promise<T>): Promise<T> => {
  await triggers(database, "disable");
  return database.withViewer(SYSTEM, "WRITE", work).finally(() => triggers(database, "enable"));
};
