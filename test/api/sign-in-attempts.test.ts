import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { ATTEMPT_LIMITS, ATTEMPT_WINDOW_MINUTES } from "../../src/domain/attempt-limit.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
let now = SEEDED_AT;
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  // One proxy stands before it, which says where a request came from.
  archive = await openArchive({ now: () => now, env: { TRUST_PROXY: "1" } });
});
// What was counted before counts no more.
beforeEach(() => pass(2 * ATTEMPT_WINDOW_MINUTES));
afterAll(() => archive.close());

const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { viewer { username } } }";

const signIn = async (username: string, password: string, address = "198.51.100.7") => {
  const { errors, data } = await archive.ask(
    null,
    LOGIN,
    { input: { username, password } },
    { "x-forwarded-for": address },
  );
  return errors === undefined ? data.login.viewer.username : errors[0]?.extensions.code;
};

const fail = async (username: string, times: number, address?: string) => {
  const told = [];
  for (let i = 0; i < times; i += 1) told.push(await signIn(username, `wrong-password-${i}`, address));
  return told;
};

describe("A password", () => {
  it("may be wrong a few times; then not even the right one is looked at, until the window is over", async () => {
    const few = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;
    expect(await fail("clerk", few)).toEqual(Array(few).fill("UNAUTHENTICATED"));
    expect(await signIn("clerk", SEEDED_PASSWORD)).toBe("TOO_MANY_ATTEMPTS");
    pass(ATTEMPT_WINDOW_MINUTES);
    expect(await signIn("clerk", SEEDED_PASSWORD)).toBe("clerk");
  });

  it("that was right makes the wrong ones before it forgotten", async () => {
    const few = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;
    await fail("clerk", few - 1);
    expect(await signIn("clerk", SEEDED_PASSWORD)).toBe("clerk");
    expect(await fail("clerk", few)).toEqual(Array(few).fill("UNAUTHENTICATED"));
  });

  it("that is reset leaves the wrong ones before it counted: whoever tried them may still be trying", async () => {
    const few = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;
    await fail("verifier2", few);
    const { data } = await archive.ask("admin", "{ accounts(first: 100) { nodes { id username version } } }");
    const { id, version } = data.accounts.nodes.find((each: { username: string }) => each.username === "verifier2");
    const reset = "mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { account { version } } }";
    await archive.ask("admin", reset, { input: { id, version, password: "a-one-time-password" } });
    expect(await signIn("verifier2", "a-one-time-password")).toBe("TOO_MANY_ATTEMPTS");
    pass(ATTEMPT_WINDOW_MINUTES);
    expect(await signIn("verifier2", "a-one-time-password")).toBe("BAD_USER_INPUT");
  });

  it("of nobody is counted like that of somebody: the count tells of no account", async () => {
    const few = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;
    expect(await fail("nobody-of-that-name", few + 1)).toEqual(await fail("reviewer", few + 1));
  });

  it("tried by a stranger at another address locks nobody out", async () => {
    await fail("clerk", ATTEMPT_LIMITS.ACCOUNT + 5, "203.0.113.9");
    expect(await signIn("clerk", SEEDED_PASSWORD)).toBe("clerk");
  });

  it("of one account is tried from many addresses no further than from few", async () => {
    const told: unknown[] = [];
    for (let i = 0; i < ATTEMPT_LIMITS.ACCOUNT + 3; i += 1) told.push(...(await fail("clerk", 1, `203.0.113.${i}`)));
    expect(told.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(ATTEMPT_LIMITS.ACCOUNT);
    expect(told.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });

  it("spelled for the account in other letters is tried no more often", async () => {
    const few = ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS;
    await fail("clerk", few);
    expect(await signIn("CLERK", SEEDED_PASSWORD)).toBe("TOO_MANY_ATTEMPTS");
  });

  it("is not told apart from others tried at the same instant: all are counted", async () => {
    const told = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn("clerk", `wrong-password-${i}`)));
    expect(told.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS);
    expect(told.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(20 - ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS);
  });

  it("is no less secret in the table: what was typed for a name may be one", async () => {
    await fail("demo-archive-typed-as-a-name", 1);
    const stored = await archive.database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows<{ key: string }>("select key from sign_in_attempt", []),
    );
    expect(stored.length).toBeGreaterThan(0);
    for (const { key } of stored) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
