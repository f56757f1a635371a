import { readFileSync } from "node:fs";
import { PgDialect } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { encryptedRecord } from "../../src/db/encryption/record-values.js";
import { renewMasks } from "../../src/db/encryption/renew-masks.js";
import { MASK } from "../../src/db/tables/masks.js";
import { openTestDatabase } from "../support/database.js";
import { asOwner } from "../support/owner.js";
import { writeUnsealed } from "../support/unsealed.js";

const MIGRATION = readFileSync(new URL("../../drizzle/0043_masks_of_a_number.sql", import.meta.url), "utf8");
/** Anew: what only can be made once is there. */
const STATEMENTS = MIGRATION.split("--> statement-breakpoint").filter(
  (statement) => !statement.includes("CREATE INDEX"),
);

let database: Database;

interface Stored {
  readonly id: string;
  readonly category: string;
  readonly isSealed: boolean;
}

const run = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

const masked = async (column: string, id: string): Promise<string | null> => {
  const [found] = await run<{ mask: string | null }>(
    `select ${column}_masked as mask from information_record where id = $1`,
    [id],
  );
  return found?.mask ?? null;
};

let records: readonly Stored[];

beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  records = await run<Stored>(`select id, category, archived_at is not null as "isSealed" from information_record
    where num_nonnulls(id_number, bank_account, mobile) > 0 order by id`);
});
afterAll(() => database.close());

const a = (category: string, isSealed: boolean): string =>
  records.find((each) => each.category === category && each.isSealed === isSealed)?.id ?? "";

const widened = (digit: string): string => String.fromCodePoint(0xff10 + Number(digit));

describe("masks the database makes", () => {
  test.each([
    ["mobile", "13812345678", "138****5678"],
    ["mobile", "138 1234 56 78", "138****5678"],
    ["mobile", "138-1234-5678", "138****5678"],
    ["mobile", "１３８　１２３４（5678）", "138****5678"],
    ["mobile", "张三 13812345678", "138****5678"],
    ["mobile", "138 123 456", "****"],
    ["email", "wang@x.com", "w***@x.com"],
    ["email", "w@x.com", "***"],
    ["email", "wang", "***"],
  ])("of the %s %s: %s", async (column, value, mask) => {
    const id = a("CONTACT", false);
    await run(`update information_record set ${column} = $2 where id = $1`, [id, value]);
    expect(await masked(column, id)).toBe(mask);
  });

  test("of a mobile number are made of its digits, and of nothing else", async () => {
    const sign = fc.constantFrom(..." -　+（）·转Aa张");
    const written = fc.array(fc.tuple(fc.constantFrom(..."0123456789"), fc.array(sign, { maxLength: 2 })), {
      maxLength: 15,
    });
    const numbers = fc.sample(written, 500);
    const values = numbers.map((number) =>
      number.map(([digit, signs], i) => (i % 2 ? digit : widened(digit)) + signs.join("")).join(""),
    );
    const { sql } = new PgDialect().sqlToQuery(MASK.mobile("mobile"));
    const made = await run<{ mask: string }>(
      `select ${sql} as mask from unnest($1::text[]) with ordinality as v(mobile, at) order by at`,
      [values],
    );
    const keptOf = (digits: string) => (digits.length < 11 ? "****" : `${digits.slice(0, 3)}****${digits.slice(-4)}`);
    expect(made.map(({ mask }) => mask)).toEqual(
      numbers.map((number) => keptOf(number.map(([digit]) => digit).join(""))),
    );
  });
});

describe("masks of what is encrypted", () => {
  const WRITTEN = "6222 0000 1111 2222 333";

  /** As it was stored before one number had one mask. */
  const store = async (id: string, mask: string, damaged = false): Promise<void> => {
    const { bankAccount, bankAccountLookup } = encryptedRecord(database.vault, { id, bankAccount: WRITTEN });
    const stored = damaged ? `${bankAccount?.slice(0, -4)}AAAA` : bankAccount;
    await writeUnsealed(database, (session) =>
      session.rows(
        "update information_record set bank_account = $2, bank_account_masked = $3, bank_account_lookup = $4 where id = $1",
        [id, stored, mask, bankAccountLookup],
      ),
    );
  };

  const shownTo = () =>
    run(`select a.grantee::regrole::text as role, a.privilege_type as "right" from pg_attribute, aclexplode(attacl) a
      where attrelid = 'information_record'::regclass and attname = 'mobile_masked' order by role`);

  test("follow the rule once the archive has been started anew, of sealed records, too", async () => {
    const [draft, sealed] = [a("FINANCIAL", false), a("FINANCIAL", true)];
    for (const id of [draft, sealed]) await store(id, "**** 333");
    const [kept, shown] = [await masked("id_number", a("CONTACT", true)), await shownTo()];
    for (const statement of STATEMENTS) await asOwner(database, statement);
    expect(await masked("bank_account", draft)).toBe("****?");
    await renewMasks(database);
    expect(await masked("bank_account", draft)).toBe("****2333");
    expect(await masked("bank_account", sealed)).toBe("****2333");
    expect(await masked("id_number", a("CONTACT", true))).toBe(kept);
    expect(shown).not.toEqual([]);
    expect(await shownTo()).toEqual(shown);
  });

  test.each([
    ["****2333", "****9999"],
    ["****?", "6222000011112222333"],
    ["****?", `****${WRITTEN}`],
  ])("of a sealed record do not change from %s to %s", async (before, after) => {
    const id = a("FINANCIAL", true);
    await store(id, before);
    const change = run("update information_record set bank_account_masked = $2 where id = $1", [id, after]);
    await expect(change).rejects.toThrow("a sealed record cannot change: bank_account_masked");
  });

  test("keep nothing of what cannot be decrypted", async () => {
    const id = a("FINANCIAL", false);
    await store(id, "****?", true);
    await renewMasks(database);
    expect(await masked("bank_account", id)).toBe("****");
  });
});
