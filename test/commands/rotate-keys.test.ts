import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { needLines, rotationLine, unreadableLine } from "../../src/cli/rotation-report.js";
import { keysNeeded, rotateKeys } from "../../src/commands/rotate-keys.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { testVault } from "../support/vault.js";

let database: Database;
let rotating: Database;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  rotating = { ...database, vault: testVault(["k2", "k1"]) };
});
afterAll(() => database.close());

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

interface Stored {
  readonly id: string;
  readonly n: string | null;
  readonly b: string | null;
}

const said = async () => {
  const { vault } = rotating;
  const stored = await rows<Stored>(
    "select id, id_number as n, bank_account as b from information_record where num_nonnulls(id_number, bank_account) > 0 order by id",
  );
  return stored.map(({ id, n, b }) => [
    id,
    n && vault.decrypt("information_record.id_number", id, n),
    b && vault.decrypt("information_record.bank_account", id, b),
  ]);
};

/** Everything of the records that is no ciphertext. */
const rest = () =>
  rows(`select md5(string_agg((to_jsonb(r) - array['id_number', 'bank_account', 'seal_salt'])::text, '' order by id))
    from information_record r where num_nonnulls(id_number, bank_account) > 0`);

describe("a rotation", () => {
  test("killed in the middle of a batch loses that batch; killed between two, none; run again it goes on, and what is said stays", async () => {
    const [before, others] = [await said(), await rest()];
    const all = [...(await keysNeeded(database)).values()].reduce((sum, count) => sum + count, 0);
    let batches = 0;
    const killed: Database = {
      ...rotating,
      withViewer: (principal, access, work) =>
        rotating.withViewer(principal, access, async (session) => {
          const done = await work(session);
          if (access === "WRITE" && ++batches === 2) throw new Error("killed");
          return done;
        }),
    };
    await expect(rotateKeys({ database: killed })).rejects.toThrow("killed");
    const half = await keysNeeded(database);
    expect(half.get("k2")).toBeGreaterThan(0);
    expect((half.get("k1") ?? 0) + (half.get("k2") ?? 0)).toBe(all);
    expect(await said()).toEqual(before);

    const progress: { done: number; total: number }[] = [];
    const { rotated, inUse } = await rotateKeys({ database: rotating, onProgress: (each) => void progress.push(each) });
    expect(progress.at(-1)).toEqual({ done: rotated, total: rotated });
    expect([...inUse]).toEqual([["k2", all]]);
    expect(await said()).toEqual(before);
    expect(await rest()).toEqual(others);
  });

  test("that has nothing left to do does nothing", async () => {
    expect(await rotateKeys({ database: rotating })).toMatchObject({ rotated: 0, unreadable: 0 });
  });

  test("goes past what it cannot read, tells where, and goes on needing its key", async () => {
    const stored = testVault(["k1"]).encrypt("information_record.id_number", "elsewhere", "11010519491231002X");
    const [row] = await rows<{ id: string }>(
      `update information_record set id_number = $1 where id = (select id from information_record where id_number is not null limit 1) returning id`,
      [stored],
    );
    const places: string[] = [];
    const { unreadable, inUse } = await rotateKeys({
      database: rotating,
      onUnreadable: (each) => void places.push(unreadableLine(each)),
    });
    expect({ unreadable, k1: inUse.get("k1") }).toEqual({ unreadable: 1, k1: 1 });
    expect(places).toEqual([
      `information_record.id_number.${row?.id} cannot be decrypted (NOT_AUTHENTIC) and stays as it is`,
    ]);
  });
});

describe("what is told of it", () => {
  const vault = testVault(["k2", "k1"]);

  test("is how many values every key is needed for, and which may be taken away", () => {
    expect(needLines(new Map([["k2", 12]]), vault)).toEqual({
      lines: ["k2: 12 values, the current key", "k1: no value, it may be taken away"],
      done: true,
    });
    expect(
      needLines(
        new Map([
          ["k1", 3],
          ["k0", 1],
        ]),
        vault,
      ),
    ).toEqual({
      lines: ["k2: 0 values, the current key", "k1: 3 values still need it", "k0: 1 values still need it"],
      done: false,
    });
  });

  test("is how many rows were brought under the current key", () => {
    const inUse = new Map<string, number>();
    expect(rotationLine({ rotated: 7, unreadable: 0, inUse }, 1.25)).toBe(
      "7 rows are under the current key now (1.3 s).",
    );
    expect(rotationLine({ rotated: 7, unreadable: 2, inUse }, 1)).toContain("2 UNREADABLE");
  });
});
