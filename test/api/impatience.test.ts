import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { account } from "../../src/db/tables/index.js";
import { givenApiAccount, givenApiBranch } from "../support/api-tasks.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

const NEXT = "mutation { claimNextTask { task { id } } }";
const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token } }";

/** The embedded database has one session: there is nobody to wait for. */
describe.runIf(inject("testRun"))("while one person's claims wait for each other", () => {
  let archive: Archive;
  let id: string;
  beforeAll(async () => {
    archive = await openArchive({ patience: { statementSeconds: 10, lockSeconds: 3 } });
    const { branchId, task } = await givenApiBranch(archive);
    for (let i = 0; i < 3; i++) await task();
    id = await givenApiAccount(archive, "waits", { branchId });
    await archive.ask("waits", "{ viewer { username } }");
    await archive.ask("clerk", "{ viewer { username } }");
  });
  afterAll(() => archive.close());

  test("others sign in and read, the claims are UNAVAILABLE, and afterwards they are answered", async () => {
    const claims = await archive.database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
      await orm.select().from(account).where(eq(account.id, id)).for("no key update");
      const waiting = Array.from({ length: 25 }, () => archive.ask("waits", NEXT));
      const began = performance.now();
      const input = { username: "reviewer", password: SEEDED_PASSWORD };
      const [signedIn, read] = await Promise.all([
        archive.ask(null, LOGIN, { input }),
        archive.ask("clerk", "{ customers(first: 1) { totalCount } }"),
      ]);
      expect(performance.now() - began).toBeLessThan(3_000);
      expect(signedIn.data.login.token).toEqual(expect.any(String));
      expect(read.errors).toBeUndefined();
      return { first: await Promise.race(waiting), waiting };
    });
    expect(claims.first.errors?.[0]).toMatchObject({
      message: "This cannot be answered right now: try again.",
      extensions: { code: "UNAVAILABLE" },
    });
    await Promise.all(claims.waiting);
    const { errors } = await archive.ask("waits", NEXT);
    expect(errors?.[0]?.extensions.code).not.toBe("UNAVAILABLE");
  });
});
