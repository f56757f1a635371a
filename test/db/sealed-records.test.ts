import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Orm } from "../../src/db/database.js";
import { encryptedRecord } from "../../src/db/encryption/record-values.js";
import { newId } from "../../src/db/tables/columns.js";
import { CONTENT_COLUMNS } from "../../src/db/tables/content/index.js";
import { informationRecord, recordState, taskState, verificationTask } from "../../src/db/tables/index.js";
import { CategoryCode } from "../../src/domain/category-code.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { openTestDatabase } from "../support/database.js";
import { testVault } from "../support/vault.js";
import { type Given, givenCustomer, givenRecord } from "./given.js";

let database: Database;
let given: Given;
beforeAll(async () => {
  database = await openTestDatabase();
  given = await write(givenCustomer);
});
afterAll(() => database.close());

const write = <T>(work: (orm: Orm) => Promise<T>) => database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

type Row = Parameters<typeof givenRecord>[2];
const record = (row: Row) => write((orm) => givenRecord(orm, given, row));
const change = (id: string, to: object) =>
  write((orm) => orm.update(informationRecord).set(to).where(eq(informationRecord.id, id)));
const refused = (work: Promise<unknown>, what: RegExp) =>
  expect(work).rejects.toMatchObject({ cause: { message: expect.stringMatching(what) } });

const LEAST = {
  REGISTRATION: { legalName: "远航贸易" },
  CONTACT: { personName: "王五" },
  OPERATION: { operatingState: "正常" },
  FINANCIAL: { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY" },
  TRANSACTION: { contractNumber: "K-1", occurredOn: "2025-06-01", amount: "1", amountCurrency: "CNY" },
  CREDIT: { rating: "A", score: "75" },
  FEEDBACK: { receivedOn: "2025-06-01", kind: "PRAISE" },
} as const satisfies Record<CategoryCode, object>;

const COLUMNS: Readonly<Record<string, PgColumn>> = getTableColumns(informationRecord);

/** Another value of the column's type, whatever stands there. */
const another = ({ name, columnType, enumValues }: PgColumn) => {
  const column = sql.identifier(name);
  if (enumValues !== undefined && columnType === "PgEnumColumn")
    return sql`case when ${column}::text = ${enumValues[1]} then ${sql.raw(`'${enumValues[0]}'`)} else ${sql.raw(`'${enumValues[1]}'`)} end`;
  switch (columnType) {
    case "PgDateString":
      return sql`coalesce(${column} + 1, '2027-01-01')`;
    case "PgTimestampString":
      return sql`coalesce(${column} + interval '1 second', now())`;
    case "PgBoolean":
      return sql`not coalesce(${column}, true)`;
    case "PgNumeric":
    case "PgInteger":
    case "PgSmallInt":
      return sql`coalesce(${column} + 1, 1)`;
    case "PgUUID":
      return sql`gen_random_uuid()`;
    default:
      return sql`coalesce(${column}, '') || 'x'`;
  }
};

const isEncrypted = (name: string): boolean => /^(idNumber|bankAccount)/.test(name);

const storedOf = (category: CategoryCode): string[] =>
  Object.keys(CONTENT_COLUMNS[category]()).filter((name) => COLUMNS[name]?.generated === undefined);

/** What is encrypted may be encrypted anew: see below. */
const contentOf = (category: CategoryCode): string[] => storedOf(category).filter((name) => !isEncrypted(name));

const MOVES = ["status", "restrictedFrom", "supersededAt", "version", "comparedAt", "corroboration"];
const EVERY_CONTENT = new Set(namesOf(CategoryCode).flatMap(storedOf));
const ENVELOPE = Object.entries(COLUMNS)
  .filter(([name, { generated }]) => generated === undefined && !EVERY_CONTENT.has(name) && !MOVES.includes(name))
  .map(([name]) => name);

const set = (name: string) => {
  const column = COLUMNS[name];
  if (column === undefined) throw new Error(`no column ${name}`);
  const type = column.columnType === "PgEnumColumn" ? sql.raw(`::${column.getSQLType()}`) : sql``;
  return { [name]: sql`(${another(column)})${type}` };
};

describe.each(namesOf(CategoryCode))("what a sealed %s record says", (category) => {
  test.each(contentOf(category))("cannot change in %s", async (name) => {
    const id = await record({ category, ...LEAST[category] });
    await refused(
      change(id, set(name)),
      /a sealed record cannot change|violates check constraint "record_\w+_range|violates check constraint "record_period/,
    );
  });
});

describe("a sealed record", () => {
  test.each(ENVELOPE)("keeps its %s", async (name) => {
    const id = await record({ category: "REGISTRATION", ...LEAST.REGISTRATION });
    // What other rules forbid as well is refused by one or the other.
    await refused(change(id, set(name)), /a sealed record cannot change|violates (foreign key|check) constraint/);
  });

  test("is not deleted", async () => {
    const id = await record({ category: "REGISTRATION", ...LEAST.REGISTRATION });
    await refused(
      write((orm) => orm.delete(informationRecord).where(eq(informationRecord.id, id))),
      /cannot be deleted/,
    );
  });

  test("moves on in its states, is restricted and comes back", async () => {
    const id = await record({ category: "REGISTRATION", ...LEAST.REGISTRATION });
    await change(id, { status: "RESTRICTED", restrictedFrom: "ARCHIVED", version: 2 });
    await change(id, { status: "ARCHIVED", restrictedFrom: null, version: 3 });
    await change(id, { status: "SUPERSEDED", supersededAt: "2026-07-01T00:00:00Z", version: 4 });
    await change(id, { corroboration: "FULL", comparedAt: "2026-07-01T00:00:00Z" });
  });

  test.each(namesOf(CategoryCode))("of %s may be erased, to nothing and to nothing else", async (category) => {
    const id = await record({ category, ...LEAST[category], contentHash: "a".repeat(64), sealSalt: "b".repeat(32) });
    const nothing = Object.fromEntries(storedOf(category).map((name) => [name, null]));
    const [first = ""] = Object.keys(LEAST[category]);
    const erased = { status: "ERASED", ...nothing, sealSalt: null, series: id, party: null };
    for (const kept of ["seal", "contentHash", "archivedAt"] as const)
      await refused(change(id, { ...erased, [kept]: null }), /cannot change|violates check/);
    await refused(change(id, { ...erased, ...set(first) }), /cannot change|violates check/);
    await change(id, erased);
  });

  test("is any record once it is archived, and none before", async () => {
    const id = await record({ category: "REGISTRATION", ...LEAST.REGISTRATION, status: "APPROVED", archivedAt: null });
    await change(id, { legalName: "另一家" });
    await change(id, { status: "ARCHIVED", archivedAt: "2026-07-01T00:00:00Z", seal: "0".repeat(64) });
    await refused(change(id, { legalName: "又一家" }), /cannot change: legal_name/);
  });
});

describe("a past state", () => {
  const at = "2026-07-01T00:00:00Z";
  const stateOf = (id: string) => eq(recordState.recordId, id);

  test("of a record ends once, and does not change", async () => {
    const id = await record({ category: "REGISTRATION", ...LEAST.REGISTRATION });
    const { customerId, accountId: actorId } = given;
    await write((orm) =>
      orm.insert(recordState).values({ recordId: id, customerId, status: "ARCHIVED", actorId, recordedFrom: at }),
    );
    const changed = (to: object) => write((orm) => orm.update(recordState).set(to).where(stateOf(id)));
    await refused(changed({ status: "VERIFIED" }), /past state/);
    await refused(changed({ recordedTo: at, actorId: sql`gen_random_uuid()` }), /past state|foreign key/);
    await changed({ recordedTo: at });
    await refused(changed({ recordedTo: "2026-08-01T00:00:00Z" }), /past state/);
    await refused(changed({ recordedTo: null }), /past state/);
    await refused(
      write((orm) => orm.delete(recordState).where(stateOf(id))),
      /past state/,
    );
  });

  test("of a task is kept as well", async () => {
    const { customerId } = given;
    const facts = { customerId, category: "REGISTRATION", status: "OPEN" } as const;
    const [task] = await write((orm) =>
      orm
        .insert(verificationTask)
        .values({ ...facts, method: "PHONE_CALL", cause: "ROUTINE", priority: "NORMAL", dueAt: at, createdAt: at })
        .returning(),
    );
    const taskId = task?.id ?? "";
    await write((orm) => orm.insert(taskState).values({ ...facts, taskId, recordedFrom: at }));
    const of = eq(taskState.taskId, taskId);
    await refused(
      write((orm) => orm.update(taskState).set({ reason: "x" }).where(of)),
      /past state/,
    );
    await refused(
      write((orm) => orm.delete(taskState).where(of)),
      /past state/,
    );
  });
});

describe("what is encrypted of a sealed record", () => {
  const vault = testVault(["k1"]);
  const ID = "information_record.id_number";
  const SALT = "information_record.seal_salt";
  let id: string;
  beforeAll(async () => {
    const recordId = newId();
    const said = encryptedRecord(vault, { id: recordId, idNumber: "11010519491231002X" });
    const sealed = { contentHash: "a".repeat(64), sealSalt: vault.encrypt(SALT, recordId, "b".repeat(32)) };
    id = await record({ category: "CONTACT", personName: "王五", ...said, ...sealed, importKey: "c".repeat(64) });
  });

  test("may be encrypted anew", () =>
    change(id, { idNumber: vault.encrypt(ID, id, "11010519491231002X"), sealSalt: vault.encrypt(SALT, id, "b") }));

  test.each([
    ["to clear text", { idNumber: "11010519491231002X" }],
    ["to nothing", { idNumber: null, idNumberMasked: null, idNumberLookup: null }],
    ["in its masked twin", { idNumberMasked: "****0000" }],
    ["in its fingerprint", { idNumberLookup: vault.lookup(ID, "another") }],
    [
      "where there was nothing",
      { bankAccount: vault.encrypt(ID, "x", "y"), bankAccountMasked: "****", bankAccountLookup: vault.lookup(ID, "y") },
    ],
    ["to a salt in clear", { sealSalt: "b".repeat(32) }],
    ["to no salt", { sealSalt: null }],
  ])("does not change %s", (_, to) => refused(change(id, to), /a sealed record cannot change|violates check/));

  test("takes a keyed fingerprint for the one of its row, once", async () => {
    await change(id, { importKey: vault.lookup("information_record.import_key", "c") });
    await refused(change(id, { importKey: vault.lookup("information_record.import_key", "d") }), /cannot change/);
  });
});
