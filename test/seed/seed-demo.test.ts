import { eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyPassword } from "../../src/auth/password.js";
import { Role } from "../../src/auth/role.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Orm } from "../../src/db/database.js";
import { demoAccounts, holdsCustomers, seedDemo } from "../../src/db/seed/index.js";
import { account, branch, customer, informationRecord } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { openTestDatabase } from "../support/database.js";

const OPTIONS = { password: "demo-archive", now: new Date("2026-06-30T02:00:00Z") };

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const read = <T>(work: (orm: Orm) => Promise<T>) => database.withViewer(SYSTEM, "READ", ({ orm }) => work(orm));

describe("an empty archive", () => {
  test("whose branch codes are taken is left as it is", async () => {
    const taken = { id: "00000000-0000-4000-8000-000000000001", code: "SH", name: "Taken" };
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(branch).values(taken));
    await expect(seedDemo(database, OPTIONS)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await read((orm) => orm.select().from(account))).toEqual([]);
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.delete(branch));
  });

  test("takes the demo data, all of which the database accepts", async () => {
    expect(await holdsCustomers(database)).toBe(false);
    await seedDemo(database, OPTIONS);
    expect(await holdsCustomers(database)).toBe(true);
    expect(await read((orm) => orm.$count(customer))).toBe(200);
  });
});

describe("the demo archive", () => {
  test("is not laid over customers there are", async () => {
    await expect(seedDemo(database, OPTIONS)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("has an account for every role, marked as demo, with the demo password", async () => {
    const accounts = await read((orm) => orm.select().from(account));
    expect(new Set(accounts.flatMap(({ roles }) => roles))).toEqual(new Set(namesOf(Role)));
    expect(accounts.every(({ demo, disabledAt }) => demo && disabledAt === null)).toBe(true);
    const [first] = accounts;
    expect(await verifyPassword(first?.passwordHash ?? null, "demo-archive")).toBe(true);
    const [clerk] = await read((orm) => orm.select().from(account).where(eq(account.username, "clerk")));
    expect(clerk?.roles).toEqual([demoAccounts[0].role]);
  });

  test("orders its customers by figures of their archived records", async () => {
    const rated = await read((orm) => orm.$count(customer, isNotNull(customer.creditRating)));
    const earning = await read((orm) => orm.$count(customer, isNotNull(customer.revenue)));
    expect([rated, earning]).toEqual([200, 200]);
  });

  test("masks what it is asked to mask", async () => {
    const contacts = await read((orm) =>
      orm.select().from(informationRecord).where(isNotNull(informationRecord.mobile)).limit(20),
    );
    for (const { mobileMasked, emailMasked, postalAddressMasked, idNumberMasked, personNameMasked } of contacts) {
      expect(mobileMasked).toMatch(/^199\*{4}\d{4}$/);
      expect(emailMasked).toMatch(/^c\*{3}@customer\d+\.example\.com$/);
      expect(postalAddressMasked).toMatch(/区\*{4}$/);
      expect(idNumberMasked).toMatch(/^\*{4}[\dX]{4}$/);
      expect(personNameMasked).toMatch(/^.\*\*$/);
    }
  });
});
