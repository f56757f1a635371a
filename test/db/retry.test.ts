import { setTimeout as pause } from "node:timers/promises";
import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Session } from "../../src/db/database.js";
import { retried } from "../../src/db/retry.js";
import { branch, customer } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { givenCustomer, givenRecord } from "./given.js";

const failure = (code: string) => Object.assign(new Error(code), { code });

describe("a transaction the database gave up", () => {
  test.each(["40001", "40P01"])("with %s is tried again, also when the orm wrapped the error", async (code) => {
    let attempts = 0;
    const outcome = retried(async () => {
      if (++attempts < 3) throw new Error("Failed query", { cause: failure(code) });
      return attempts;
    });
    expect(await outcome).toBe(3);
  });

  test("is tried four times in all", async () => {
    let attempts = 0;
    const outcome = retried(async () => {
      attempts++;
      throw failure("40001");
    });
    await expect(outcome).rejects.toThrow("40001");
    expect(attempts).toBe(4);
  });

  test("for another reason is not tried again", async () => {
    let attempts = 0;
    const outcome = retried(async () => {
      attempts++;
      throw failure("23505");
    });
    await expect(outcome).rejects.toThrow("23505");
    expect(attempts).toBe(1);
  });
});

// The embedded database has one session: its transactions wait for each other, and never cross.
describe.runIf(inject("testRun"))("two WRITEs that cross on PostgreSQL", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const write = <T>(work: (session: Session) => Promise<T>) => database.withViewer(SYSTEM, "WRITE", work);

  /** Resolves for both when the second has come. */
  const meeting = () => {
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let waiting = 0;
    return async () => {
      if (++waiting === 2) meet();
      await met;
    };
  };

  test("and lock each other out both succeed", async () => {
    await write(({ orm }) => orm.insert(branch).values(["D1", "D2"].map((code) => ({ code, name: "0" }))));
    const meet = meeting();
    const increment = "update branch set name = (name::int + 1)::text where code = $1";
    const inOrder = (...codes: string[]) =>
      write(async ({ rows }) => {
        await rows(increment, [codes[0]]);
        await meet();
        await rows(increment, [codes[1]]);
      });
    await Promise.all([inOrder("D1", "D2"), inOrder("D2", "D1")]);
    const after = await write(({ orm }) =>
      orm.select({ name: branch.name }).from(branch).where(like(branch.code, "D_")),
    );
    expect(after).toEqual([{ name: "2" }, { name: "2" }]);
  });

  test("and archive different records of one customer leave both figures right", async () => {
    const given = await write(({ orm }) => givenCustomer(orm));
    const credit = { category: "CREDIT", rating: "A", score: "80" } as const;
    const year = { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY", revenue: "9" };
    let second: Promise<unknown> = Promise.resolve();
    await write(async ({ orm }) => {
      await givenRecord(orm, given, credit);
      second = write((session) => givenRecord(session.orm, given, { category: "FINANCIAL", ...year }));
      await pause(300);
    });
    await second;
    const [firm] = await write(({ orm }) => orm.select().from(customer).where(eq(customer.id, given.customerId)));
    expect(firm).toMatchObject({ creditRating: "A", revenue: "9.0000" });
  });
});
