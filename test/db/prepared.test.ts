import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";

/** The embedded database keeps a hundred statements (preparing-lite.test.ts). */
describe.runIf(inject("testRun"))("on PostgreSQL, a connection", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const rows = <T>(text: string, access: "READ" | "WRITE" = "READ") =>
    database.withViewer(SYSTEM, access, (session) => session.rows<T>(text, []));
  const connection = async () => (await rows<{ pid: number }>("select pg_backend_pid() as pid"))[0]?.pid;
  const kept = async () =>
    (await rows<{ length: number }>("select sum(length(statement)) as length from pg_prepared_statements"))[0]?.length;
  /** A statement that never came before. */
  const another = (length: number) => `select 1 /* ${"x".repeat(length)} ${Math.random()} */`;

  it("is kept as long as what it has prepared is no more than front ends have", async () => {
    const at = await connection();
    for (let i = 0; i < 100; i++) await rows(another(5_000));
    expect(await connection()).toBe(at);
  });

  it.each(["READ", "WRITE"] as const)(
    "is made anew before PostgreSQL keeps the plans of ever more statements: %s",
    async (access) => {
      const before = new Set([await connection()]);
      for (let i = 0; i < 12; i++) await rows(another(100_000), access);
      expect(before).not.toContain(await connection());
      expect(Number(await kept())).toBeLessThan(1_200_000);
    },
  );

  it("has no more of one statement that comes again and again", async () => {
    const same = another(100_000);
    await rows(same);
    await connection();
    const at = await connection();
    for (let i = 0; i < 20; i++) await rows(same);
    expect(await connection()).toBe(at);
  });

  it("reads arrays after that as before", async () => {
    expect(await rows("select array['a', 'b']::text[] as texts")).toEqual([{ texts: ["a", "b"] }]);
  });
});
