import { SYSTEM } from "../../auth/viewer.js";
import type { Database, Session } from "../database.js";
import { Unreadable } from "./cipher.js";
import { lastFour, UNMADE } from "./last-four.js";
import type { EncryptedColumn, Vault } from "./vault.js";

interface Unmasked {
  readonly id: string;
  readonly idNumber: string | null;
  readonly bankAccount: string | null;
}

const BATCH = 2000;

/** As the index of it says. */
const TO_MASK = `select id, case when id_number_masked = '${UNMADE}' then id_number end as "idNumber",
    case when bank_account_masked = '${UNMADE}' then bank_account end as "bankAccount"
  from information_record where id_number_masked = '${UNMADE}' or bank_account_masked = '${UNMADE}'
  order by id limit ${BATCH} for no key update`;

const KEEP = `update information_record r set id_number_masked = coalesce(v."idNumber", r.id_number_masked),
    bank_account_masked = coalesce(v."bankAccount", r.bank_account_masked)
  from json_to_recordset($1::json) as v(id uuid, "idNumber" text, "bankAccount" text) where r.id = v.id`;

/** What cannot be decrypted is told when it is read; its mask keeps nothing. */
const maskOf = (vault: Vault, column: EncryptedColumn, id: string, stored: string | null): string | null => {
  try {
    return stored && lastFour(vault.decrypt(column, id, stored));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return lastFour("");
  }
};

const renewSome = async (session: Session, vault: Vault): Promise<number> => {
  const found = await session.rows<Unmasked>(TO_MASK, []);
  const masked = found.map(({ id, idNumber, bankAccount }) => ({
    id,
    idNumber: maskOf(vault, "information_record.id_number", id, idNumber),
    bankAccount: maskOf(vault, "information_record.bank_account", id, bankAccount),
  }));
  if (masked.length > 0) await session.rows(KEEP, [JSON.stringify(masked)]);
  return found.length;
};

const EVERY_MS = 5000;

/** Makes the masked twins anew that a migration has asked for, before anything is served. What is done stays done. */
export const renewMasks = async (database: Database, onProgress: (line: string) => void = () => {}): Promise<void> => {
  let [done, told] = [0, Date.now()];
  for (;;) {
    const renewed = await database.withViewer(SYSTEM, "WRITE", (session) => renewSome(session, database.vault));
    if (renewed === 0) return;
    done += renewed;
    if (Date.now() - told < EVERY_MS) continue;
    told = Date.now();
    onProgress(`masked ${done} values anew, going on`);
  }
};
