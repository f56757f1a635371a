import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../../src/auth/viewer.js";
import { verifyArchive } from "../../../src/commands/verify-archive.js";
import type { Database } from "../../../src/db/database.js";
import { fillEncrypted } from "../../../src/db/encryption/fill-encrypted.js";
import { lastFour } from "../../../src/db/encryption/last-four.js";
import { dumpOf, standsIn } from "../../support/clear-text.js";
import { openTestDatabase } from "../../support/database.js";
import { asOwner } from "../../support/owner.js";
import { writeUnsealed } from "../../support/unsealed.js";
import { testVault } from "../../support/vault.js";

const ROW = "0".repeat(64);

let database: Database;
let records: readonly Said[];
const vault = testVault();

interface Said {
  readonly id: string;
  readonly idNumber: string | null;
  readonly bankAccount: string | null;
  readonly salt: string | null;
}

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

const STORED = `select id, id_number as "idNumber", bank_account as "bankAccount", seal_salt as salt
  from information_record where num_nonnulls(id_number, bank_account) > 0 order by id`;

const clear = ({ id, idNumber, bankAccount, salt }: Said): Said => ({
  id,
  idNumber: idNumber && vault.decrypt("information_record.id_number", id, idNumber),
  bankAccount: bankAccount && vault.decrypt("information_record.bank_account", id, bankAccount),
  salt: salt && vault.decrypt("information_record.seal_salt", id, salt),
});

const CHECKS = [
  "id_number_encrypted",
  "id_number_whole",
  "bank_account_encrypted",
  "bank_account_whole",
  "salt_encrypted",
];

/** As an archive was before values were encrypted: the checks of its migration look at what is written later. */
const putInClear = async () => {
  const dropped = CHECKS.map((name) => `drop constraint record_${name}`).join(", ");
  await asOwner(database, `alter table information_record ${dropped}`);
  await asOwner(database, "alter table import_rejected drop constraint import_rejected_encrypted");
  await writeUnsealed(database, async (session) => {
    await session.rows(
      `update information_record r set id_number = v."idNumber", bank_account = v."bankAccount", seal_salt = v.salt,
         id_number_masked = case when r.id_number is not null then '**** 123' end,
         bank_account_masked = case when r.bank_account is not null then '**** 123' end, id_number_lookup = null, bank_account_lookup = null, import_key = case when r.id = v.first then '${ROW}' end
       from json_to_recordset($1::json) as v(id uuid, "idNumber" text, "bankAccount" text, salt text, first uuid) where r.id = v.id`,
      [JSON.stringify(records.map((each) => ({ ...each, first: records[0]?.id })))],
    );
  });
  const [{ id = "" } = {}] = await rows<{ id: string }>(
    `insert into import_job (id, account_id, branch_id, role, kind, status, file_name, dry_run, created_at)
     select gen_random_uuid(), a.id, a.branch_id, 'COLLECTOR', 'CONTACTS', 'QUEUED', 'f', false, now() from account a where a.username = 'collector' returning id`,
  );
  await rows(
    "insert into import_rejected (job_id, line, reason, text) values ($1, 7, 'r', 'a row,310101198802286612')",
    [id],
  );
  await rows("insert into import_chunk (job_id, position, bytes) values ($1, 0, '310101198802286612'::bytea)", [id]);
  await rows(
    `insert into idempotency (account_id, key, request, outcome, created_at) select id, 'k', '${ROW}', '{}', now() from account limit 1`,
  );
  await asOwner(database, "analyze information_record");
};

beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  records = (await rows<Said>(STORED)).map(clear);
  await putInClear();
});
afterAll(() => database.close());

const values = () => [
  "310101198802286612",
  ...records
    .slice(0, 400)
    .flatMap(({ idNumber, bankAccount }) => [idNumber, bankAccount].flatMap((each) => each ?? [])),
];

describe("an archive from before values were encrypted", () => {
  test("holds them in clear", async () => {
    const places = ["import_chunk.bytes", "import_rejected", "information_record"].map((name) => `public.${name}`);
    expect(standsIn(await dumpOf(database), values())).toEqual(expect.arrayContaining(places));
  });

  test("is encrypted where a start was broken off, and by the next one to its end", async () => {
    let writes = 0;
    const breaking: Database = {
      ...database,
      withViewer: (principal, access, work) => {
        if (access === "WRITE" && ++writes > 1) throw new Error("killed");
        return database.withViewer(principal, access, work);
      },
    };
    await expect(fillEncrypted(breaking)).rejects.toThrow("killed");
    await fillEncrypted(database);
    expect(standsIn(await dumpOf(database), values())).toEqual([]);
  });

  test("says what it said, salts included, and its seals hold", async () => {
    expect((await rows<Said>(STORED)).map(clear)).toEqual(records);
    expect(await verifyArchive({ database, onDamaged: () => {} })).toMatchObject({ damaged: 0 });
  });

  test("has one mask of a number, however it was written", async () => {
    const masked = await rows(
      "select id, id_number_masked as id_number, bank_account_masked as bank_account from information_record where num_nonnulls(id_number, bank_account) > 0 order by id",
    );
    const maskOf = (value: string | null) => value && lastFour(value);
    expect(masked).toEqual(
      records.map((each) => ({
        id: each.id,
        id_number: maskOf(each.idNumber),
        bank_account: maskOf(each.bankAccount),
      })),
    );
  });

  test("recognises what it was imported from, and what it was asked for under a key", async () => {
    const [key] = await rows<{ key: string }>("select import_key as key from information_record where id = $1", [
      records[0]?.id,
    ]);
    expect(key?.key).toBe(vault.lookup("information_record.import_key", ROW));
    const [asked] = await rows<{ request: string }>("select request from idempotency where key = 'k'");
    expect(asked?.request).toBe(vault.lookup("idempotency.request", ROW));
  });

  test("is left alone by every start after that", async () => {
    const before = await rows<Said>(STORED);
    await fillEncrypted(database);
    expect(await rows<Said>(STORED)).toEqual(before);
  });
});
