import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asAttempt } from "../../src/commands/attempt.js";
import type { Database } from "../../src/db/database.js";
import { ATTEMPT_LIMITS } from "../../src/domain/attempt-limit.js";
import { Refusal } from "../../src/domain/refusal.js";
import { openTestDatabase } from "../support/database.js";
import { NOW } from "../support/factory.js";

const FEW = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;

let database: Database;
let account = 0;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: false });
});
beforeEach(() => {
  account += 1;
});
afterAll(() => database.close());

let looked = 0;

/** A look at a password takes a while. */
const look = (isRight: boolean) => async () => {
  looked += 1;
  await pause(10);
  if (!isRight) throw new Refusal("UNAUTHENTICATED", "The username or the password is wrong.");
  return "RIGHT";
};

const tried = (isRight: boolean, address = "198.51.100.7"): Promise<string> =>
  asAttempt(database, { username: `account-${account}`, address, now: NOW }, look(isRight)).catch((error: unknown) => {
    if (error instanceof Refusal) return error.code;
    throw error;
  });

const atOnce = <T>(times: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, i) => work(i)));

describe("a password that is brought several times at once", () => {
  test("is right every time it is right", async () => {
    expect(new Set(await atOnce(2 * FEW, () => tried(true)))).toEqual(new Set(["RIGHT"]));
  });

  test("is looked at no oftener, where it is wrong, than one after the other", async () => {
    looked = 0;
    const told = await atOnce(4 * FEW, () => tried(false));
    expect([looked, told.filter((code) => code === "UNAUTHENTICATED").length]).toEqual([FEW, FEW]);
    expect(await tried(true)).toBe("TOO_MANY_ATTEMPTS");
  });

  test("from many addresses, too", async () => {
    looked = 0;
    await atOnce(ATTEMPT_LIMITS.ACCOUNT + 10, (i) => tried(false, `203.0.113.${i}`));
    expect(looked).toBe(ATTEMPT_LIMITS.ACCOUNT);
  });

  test("wrong and then right is forgotten, as one after the other", async () => {
    const told = await atOnce(FEW + 1, (i) => tried(i === FEW - 1));
    expect(told).toEqual([...Array(FEW - 1).fill("UNAUTHENTICATED"), "RIGHT", "UNAUTHENTICATED"]);
  });
});
