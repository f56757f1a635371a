import type { InferInsertModel } from "drizzle-orm";
import { hashPassword } from "../../auth/password.js";
import { SYSTEM } from "../../auth/viewer.js";
import { Refusal } from "../../domain/refusal.js";
import type { Database, Session } from "../database.js";
import { encryptedRecord, encryptedSalt } from "../encryption/record-values.js";
import type { Vault } from "../encryption/vault.js";
import { insertRows } from "../insert-rows.js";
import { makeFindable } from "../search/fill-search.js";
import { newId } from "../tables/columns.js";
import {
  account,
  branch,
  conflict,
  consent,
  customer,
  evidence,
  finding,
  informationRecord,
  majorEvent,
  recordDerivation,
  recordState,
  screeningFinding,
  sharingAgreement,
  taskRecord,
  verificationTask,
} from "../tables/index.js";
import { accountRows, demoAccounts } from "./accounts.js";
import { branchRows, DEMO_BRANCHES } from "./branches.js";
import { demoRows } from "./demo-rows.js";

export { demoAccounts } from "./accounts.js";

export interface SeedOptions {
  readonly password: string;
  /** Everything is dated from this day: the same day gives the same archive, but for the salt of the password and the ciphertexts. */
  readonly now: Date;
}

/** In the order their foreign keys ask for. */
const TABLES = [
  branch,
  account,
  sharingAgreement,
  customer,
  consent,
  informationRecord,
  recordState,
  recordDerivation,
  screeningFinding,
  evidence,
  verificationTask,
  taskRecord,
  finding,
  majorEvent,
  conflict,
] as const;

const TAKEN = `select exists (select from customer) as customers,
  exists (select from branch where code = any($1)) or exists (select from account where username = any($2)) as names`;

const refuseUnlessEmpty = async ({ rows }: Session): Promise<void> => {
  const codes = DEMO_BRANCHES.map(({ code }) => code);
  const usernames = demoAccounts.map(({ username }) => username);
  const [taken] = await rows<{ customers: boolean; names: boolean }>(TAKEN, [codes, usernames]);
  if (taken?.customers) throw new Refusal("CONFLICT", "The archive holds customers: demo data goes into an empty one.");
  if (taken?.names)
    throw new Refusal("CONFLICT", `The archive has a branch ${codes.join(", ")} or an account named as a demo one.`);
};

type DemoRecord = InferInsertModel<typeof informationRecord>;

/** Demo data are made in clear, and stored as any. */
const encrypted = (vault: Vault, { sealSalt, ...record }: DemoRecord): DemoRecord => {
  const id = record.id ?? newId();
  const salt = sealSalt == null ? null : encryptedSalt(vault, id, sealSalt);
  return { ...record, ...encryptedRecord(vault, { ...record, id }), sealSalt: salt };
};

/** Whether demo data could be put into this archive. */
export const holdsCustomers = (database: Database): Promise<boolean> =>
  database.withViewer(SYSTEM, "READ", async ({ rows }) => {
    const [found] = await rows<{ found: boolean }>("select exists (select from customer) as found", []);
    return found?.found === true;
  });

/**
 * Fills an empty archive with made-up customers, so that everything the policy distinguishes can be seen at work.
 *
 * @throws Refusal CONFLICT unless the archive is empty
 */
export const seedDemo = async (database: Database, { password, now }: SeedOptions): Promise<void> => {
  const passwordHash = await hashPassword(password);
  const rows = demoRows(now);
  const createdAt = `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  rows.add(branch, ...branchRows(createdAt));
  rows.add(account, ...accountRows(passwordHash, createdAt));
  await database.withViewer(SYSTEM, "WRITE", async (session) => {
    await refuseUnlessEmpty(session);
    const records = rows.of(informationRecord).map((record) => encrypted(database.vault, record));
    for (const table of TABLES)
      await insertRows(session, table, table === informationRecord ? records : rows.of(table));
    await makeFindable(session);
  });
};
