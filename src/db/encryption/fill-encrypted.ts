import { SYSTEM } from "../../auth/viewer.js";
import type { Database, Session } from "../database.js";
import { CIPHERTEXT_FORM, isCiphertext } from "./ciphertext.js";
import { encryptedRecord, encryptedSalt } from "./record-values.js";
import type { Vault } from "./vault.js";

interface RecordInClear {
  readonly id: string;
  readonly idNumber: string | null;
  readonly bankAccount: string | null;
  readonly sealSalt: string | null;
  readonly importKey: string | null;
}

/** As the index of it says. */
const RECORDS = `select id, id_number as "idNumber", bank_account as "bankAccount", seal_salt as "sealSalt", import_key as "importKey"
  from information_record where id_number is not null and id_number_lookup is null
    or bank_account is not null and bank_account_lookup is null order by id limit 2000 for no key update`;

/** The masked twins that stand there were made by the rule of their time. */
const KEEP_RECORDS = `update information_record r set id_number = v."idNumber", bank_account = v."bankAccount",
    id_number_masked = v."idNumberMasked", bank_account_masked = v."bankAccountMasked",
    id_number_lookup = v."idNumberLookup", bank_account_lookup = v."bankAccountLookup",
    seal_salt = v."sealSalt", import_key = v."importKey"
  from json_to_recordset($1::json) as v(id uuid, "idNumber" text, "bankAccount" text, "idNumberMasked" text,
    "bankAccountMasked" text, "idNumberLookup" text, "bankAccountLookup" text, "sealSalt" text, "importKey" text) where r.id = v.id`;

const encryptedOf = (vault: Vault, { sealSalt, importKey, ...record }: RecordInClear) => ({
  ...encryptedRecord(vault, record),
  sealSalt: sealSalt === null || isCiphertext(sealSalt) ? sealSalt : encryptedSalt(vault, record.id, sealSalt),
  importKey: importKey && vault.lookup("information_record.import_key", importKey),
});

const fillRecords = async (session: Session, vault: Vault): Promise<number> => {
  const found = await session.rows<RecordInClear>(RECORDS, []);
  const stored = found.map((record) => encryptedOf(vault, record));
  if (stored.length > 0) await session.rows(KEEP_RECORDS, [JSON.stringify(stored)]);
  return found.length;
};

interface Part<T> {
  readonly job: string;
  readonly part: number;
  readonly stored: T;
}

const REJECTED = `select job_id as job, line as part, text as stored from import_rejected
  where text !~ '${CIPHERTEXT_FORM}' order by job_id, line limit 2000 for no key update`;

const KEEP_REJECTED = `update import_rejected r set text = v.stored from json_to_recordset($1::json)
  as v(job uuid, part integer, stored text) where r.job_id = v.job and r.line = v.part`;

const fillRejected = async (session: Session, vault: Vault): Promise<number> => {
  const found = await session.rows<Part<string>>(REJECTED, []);
  const stored = found.map(({ job, part, stored: text }) => {
    return { job, part, stored: vault.encrypt("import_rejected.text", `${job}.${part}`, text) };
  });
  if (stored.length > 0) await session.rows(KEEP_REJECTED, [JSON.stringify(stored)]);
  return found.length;
};

const CHUNKS = `select job_id as job, position as part, encode(bytes, 'base64') as stored from import_chunk
  where substring(bytes from 1 for 3) <> 'v1.' order by job_id, position limit 8 for no key update`;

const KEEP_CHUNKS = `update import_chunk c set bytes = decode(v.stored, 'base64') from json_to_recordset($1::json)
  as v(job uuid, part integer, stored text) where c.job_id = v.job and c.position = v.part`;

const fillChunks = async (session: Session, vault: Vault): Promise<number> => {
  const found = await session.rows<Part<string>>(CHUNKS, []);
  const stored = found.map(({ job, part, stored: bytes }) => {
    const encrypted = vault.encryptBytes("import_chunk.bytes", `${job}.${part}`, Buffer.from(bytes, "base64"));
    return { job, part, stored: encrypted.toString("base64") };
  });
  if (stored.length > 0) await session.rows(KEEP_CHUNKS, [JSON.stringify(stored)]);
  return found.length;
};

interface Asked {
  readonly account: string;
  readonly key: string;
  readonly request: string;
}

const REQUESTS = `select account_id as account, key, request from idempotency where request not like 'h1.%' limit 2000 for no key update`;

const KEEP_REQUESTS = `update idempotency i set request = v.request from json_to_recordset($1::json)
  as v(account uuid, key text, request text) where i.account_id = v.account and i.key = v.key`;

const fillRequests = async (session: Session, vault: Vault): Promise<number> => {
  const found = await session.rows<Asked>(REQUESTS, []);
  const stored = found.map((each) => ({ ...each, request: vault.lookup("idempotency.request", each.request) }));
  if (stored.length > 0) await session.rows(KEEP_REQUESTS, [JSON.stringify(stored)]);
  return found.length;
};

const EVERY_MS = 5000;

/**
 * Encrypts what an archive from before encryption holds in clear, before anything is served. What is done stays done when
 * it is broken off; of two processes that start at once one waits for the other's rows, and finds them done.
 */
export const fillEncrypted = async (database: Database, onProgress: (line: string) => void = () => {}) => {
  let [done, told] = [0, Date.now()];
  for (const fill of [fillRecords, fillRejected, fillChunks, fillRequests])
    for (;;) {
      const filled = await database.withViewer(SYSTEM, "WRITE", (session) => fill(session, database.vault));
      if (filled === 0) break;
      done += filled;
      if (Date.now() - told < EVERY_MS) continue;
      told = Date.now();
      onProgress(`encrypted ${done} values that stood in clear, going on`);
    }
};
