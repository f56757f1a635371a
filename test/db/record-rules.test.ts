import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Orm } from "../../src/db/database.js";
import { customer, informationRecord } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { type Given, givenCustomer, givenRecord } from "./given.js";

let database: Database;
let given: Given;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
const write = <T>(work: (orm: Orm) => Promise<T>) => database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));
beforeEach(async () => {
  given = await write(givenCustomer);
});

type Row = Parameters<typeof givenRecord>[2];
const record = (row: Row) => write((orm) => givenRecord(orm, given, row));
const change = (id: string, to: Partial<typeof informationRecord.$inferInsert>) =>
  write((orm) => orm.update(informationRecord).set(to).where(eq(informationRecord.id, id)));
const figures = async () => {
  const [row] = await write((orm) => orm.select().from(customer).where(eq(customer.id, given.customerId)));
  return row;
};

const CREDIT = { category: "CREDIT", rating: "A", score: "80", creditLimit: "500000" } as const;
const PERIOD = { category: "FINANCIAL", periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY" } as const;

describe("a customer's figures", () => {
  test("follow the archived credit record", async () => {
    const id = await record(CREDIT);
    expect(await figures()).toMatchObject({ creditRating: "A", creditLimit: "500000.0000", riskClass: "LOW" });
    await change(id, { status: "SUPERSEDED" });
    await record({ ...CREDIT, rating: "C", recordedAt: "2026-07-01T00:00:00Z" });
    expect(await figures()).toMatchObject({ creditRating: "C", riskClass: "HIGH" });
  });

  test("follow a record that is archived later", async () => {
    const id = await record({ ...CREDIT, status: "APPROVED", archivedAt: null });
    expect(await figures()).toMatchObject({ creditRating: null, creditLimit: null, riskClass: null });
    await change(id, { status: "ARCHIVED", archivedAt: "2026-07-01T00:00:00Z", seal: "0".repeat(64) });
    expect(await figures()).toMatchObject({ creditRating: "A" });
  });

  test("are unknown while the record in force is restricted, and never its predecessor's", async () => {
    const first = await record({ ...CREDIT, rating: "D", recordedAt: "2026-01-01T00:00:00Z" });
    await change(first, { status: "SUPERSEDED" });
    const id = await record(CREDIT);
    await change(id, { status: "RESTRICTED", restrictedFrom: "ARCHIVED" });
    expect(await figures()).toMatchObject({ creditRating: null, creditLimit: null, riskClass: null });
    await change(id, { status: "ARCHIVED", restrictedFrom: null });
    expect(await figures()).toMatchObject({ creditRating: "A" });
  });

  test("are gone when the record is erased; no draft that is deleted ever told any", async () => {
    const erased = await record(CREDIT);
    await change(erased, { status: "ERASED", rating: null, score: null, creditLimit: null });
    expect(await figures()).toMatchObject({ creditRating: null });
    const deleted = await record({ ...CREDIT, status: "APPROVED", archivedAt: null });
    await write((orm) => orm.delete(informationRecord).where(eq(informationRecord.id, deleted)));
    expect(await figures()).toMatchObject({ creditRating: null });
  });

  test("take the revenue of the latest period, not of the latest record", async () => {
    await record({ ...PERIOD, series: "2025", revenue: "900" });
    const earlier = { series: "2024", periodStart: "2024-01-01", periodEnd: "2024-12-31", revenue: "700" };
    await record({ ...PERIOD, ...earlier, recordedAt: "2026-08-01T00:00:00Z" });
    expect(await figures()).toMatchObject({ revenue: "900.0000" });
  });

  test("move neither version nor updated_at, which more roles may see", async () => {
    const before = await figures();
    await record(CREDIT);
    await record({ ...PERIOD, revenue: "1" });
    const after = await figures();
    expect([after?.version, after?.updatedAt]).toEqual([before?.version, before?.updatedAt]);
    expect(after?.creditRating).toBe("A");
  });
});

describe("the database itself refuses", () => {
  const REGISTRATION = { category: "REGISTRATION", legalName: "远航贸易有限公司" } as const;

  test.each<[string, string, Row]>([
    ["a column of another category", "record_credit_foreign", { ...REGISTRATION, rating: "A" }],
    ["a contact's mobile on a registration", "record_contact_foreign", { ...REGISTRATION, mobile: "13800000000" }],
    ["a record without what its category requires", "record_registration_required", { category: "REGISTRATION" }],
    ["a credit record without its score", "record_credit_required", { category: "CREDIT", rating: "A" }],
    ["a score above 100", "record_score_range", { ...CREDIT, score: "100.01" }],
    ["an archived record that was never archived", "record_in_force_is_archived", { ...CREDIT, archivedAt: null }],
    ["an archived record without a seal", "record_archived_is_sealed", { ...CREDIT, seal: null }],
    ["a restriction that forgot what it suspends", "record_restriction", { ...CREDIT, status: "RESTRICTED" }],
    ["a validity that ends before it begins", "record_validity", { ...CREDIT, validTo: "2025-01-01" }],
  ])("%s", async (_what, constraint, row) => {
    await expect(record(row)).rejects.toMatchObject({ cause: { message: expect.stringContaining(`"${constraint}"`) } });
  });

  test("an erased record may be empty", async () => {
    await expect(record({ category: "REGISTRATION", status: "ERASED" })).resolves.toBeTypeOf("string");
  });
});
