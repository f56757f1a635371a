import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSeededCopy } from "../support/embedded-databases.js";

describe.skipIf(inject("testRun"))("an embedded database keeps what it planned", () => {
  let lite: PGlite;
  beforeAll(async () => {
    lite = await startSeededCopy();
  });
  afterAll(() => lite.close());

  const prepared = async (): Promise<string[]> => {
    const answer = await lite.exec("select statement from pg_prepared_statements");
    return (answer[0]?.rows ?? []).map(({ statement }) => String(statement));
  };
  const as = (role: string, branch: string) =>
    lite.exec(`set role ${role}; select set_config('archive.branch', '${branch}', false)`);

  test("a statement that comes again is prepared once", async () => {
    for (const value of ["1", "2", "3"])
      expect((await lite.query("select $1::int + 1 as value", [value])).rows).toEqual([{ value: Number(value) + 1 }]);
    expect((await prepared()).filter((text) => text.includes("+ 1 as value"))).toHaveLength(1);
  });

  test("and is answered anew for whoever asks it: another role, another branch, none", async () => {
    await lite.exec("reset role");
    const branches = (await lite.query<{ id: string }>("select id from branch order by code")).rows;
    const [one = "", other = ""] = branches.map(({ id }) => id);
    const text = "select count(*)::int as rows, count(distinct branch_id)::int as branches from customer";
    const asked = async () => (await lite.query<{ rows: number; branches: number }>(text)).rows[0];

    await as("archive_clerk", one);
    const first = await asked();
    await as("archive_clerk", other);
    const second = await asked();
    await as("archive_reviewer", one);
    const all = await asked();
    await as("archive_clerk", "");
    expect(await asked()).toEqual({ rows: 0, branches: 0 });
    await as("archive_auditor", one);
    expect(await asked()).toEqual(all);
    await lite.exec("set role archive_nobody");
    await expect(asked()).rejects.toThrow("permission denied");
    await lite.exec("reset role");

    expect(first?.branches).toBe(1);
    expect(second?.branches).toBe(1);
    expect(all?.rows).toBeGreaterThan(Math.max(first?.rows ?? 0, second?.rows ?? 0));
    expect(first).not.toEqual(second);
  });

  test("a column that is not granted is refused, though another role has prepared it", async () => {
    const text = "select credit_limit from customer limit 1";
    await as("archive_analyst", "");
    expect((await lite.query(text)).rows).toHaveLength(1);
    await lite.exec("set role archive_clerk");
    await expect(lite.query(text)).rejects.toThrow("permission denied");
    await lite.exec("reset role");
  });

  test("one that fails as it is run can be run again", async () => {
    const text = "select 10 / $1::int as value";
    await expect(lite.query(text, ["0"])).rejects.toThrow("division by zero");
    expect((await lite.query(text, ["5"])).rows).toEqual([{ value: 2 }]);
  });

  test("one that cannot be prepared says why, and the next is not concerned", async () => {
    await expect(lite.query("select nothing from nowhere")).rejects.toThrow('relation "nowhere" does not exist');
    expect((await lite.query("select 1 as value")).rows).toEqual([{ value: 1 }]);
  });

  test("a transaction that fails is undone, and what was prepared in it stays of use", async () => {
    const text = "select $1::text as said";
    await expect(
      lite.transaction(async (tx) => {
        await tx.query(text, ["within"]);
        await tx.query("select 1 / 0");
      }),
    ).rejects.toThrow("division by zero");
    expect((await lite.query(text, ["after"])).rows).toEqual([{ said: "after" }]);
  });

  test("only so many are kept, and the one not asked longest goes first", async () => {
    for (let i = 0; i < 250; i += 1) await lite.query(`select ${i} as number, 'of many' as text`);
    const kept = (await prepared()).filter((text) => text.includes("of many"));
    expect(kept.length).toBeLessThanOrEqual(101);
    expect(kept.some((text) => text.startsWith("select 249 "))).toBe(true);
    expect((await lite.query("select 0 as number, 'of many' as text")).rows).toEqual([{ number: 0, text: "of many" }]);
  });
});
