import { and, eq, getTableColumns, isNotNull, lte } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { damageLine, summaryLine } from "../../src/cli/verify-report.js";
import { type Damaged, verifyArchive } from "../../src/commands/verify-archive.js";
import type { Database } from "../../src/db/database.js";
import { informationRecord } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { asOwner } from "../support/owner.js";
import { writeUnsealed } from "../support/unsealed.js";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
});
afterAll(() => database.close());

const verify = async () => {
  const damaged: Damaged[] = [];
  const progress: number[] = [];
  const found = await verifyArchive({
    database,
    onDamaged: (each) => damaged.push(each),
    onProgress: ({ done, total }) => progress.push(done / total),
  });
  return { found, damaged, progress };
};

type Found = typeof informationRecord.$inferSelect;
let sealed: Found;
let successor: Found;
beforeEach(async () => {
  const [one] = await writeUnsealed(database, ({ orm }) =>
    orm
      .select()
      .from(informationRecord)
      .where(and(isNotNull(informationRecord.supersedesId), eq(informationRecord.category, "FINANCIAL")))
      .limit(1),
  );
  successor = one as Found;
  const [before] = await writeUnsealed(database, ({ orm }) =>
    orm
      .select()
      .from(informationRecord)
      .where(eq(informationRecord.id, successor.supersedesId ?? "")),
  );
  sealed = before as Found;
});

const set = (id: string, to: Partial<typeof informationRecord.$inferInsert>) =>
  writeUnsealed(database, ({ orm }) => orm.update(informationRecord).set(to).where(eq(informationRecord.id, id)));

const COLUMNS: Readonly<Record<string, PgColumn>> = getTableColumns(informationRecord);

/** What is found while a record is changed; it is put back afterwards. */
const whileChanged = async (id: string, to: Partial<typeof informationRecord.$inferInsert>) => {
  const { standing: _, ...all } = id === sealed.id ? sealed : successor;
  const keys = Object.keys(to) as (keyof typeof all)[];
  await set(id, to);
  const { damaged, found } = await verify();
  await set(id, Object.fromEntries(keys.map((key) => [key, all[key]])));
  return { damaged, found };
};

describe("the demo archive", () => {
  it("is whole, erased records included, and progress is told to the end", async () => {
    const { found, damaged, progress } = await verify();
    expect(damaged).toEqual([]);
    expect(found).toMatchObject({ damaged: 0 });
    expect(found.verified).toBeGreaterThan(2000);
    expect(found.erased).toBeGreaterThan(0);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress.at(-1)).toBe(1);
  });
});

describe("a sealed record is named", () => {
  const CHANGES: readonly Partial<typeof informationRecord.$inferInsert>[] = [
    { revenue: "1.0000" },
    { auditor: "Somebody else" },
    { currency: "USD" },
    { party: "Somebody else" },
    { validFrom: "2020-01-01" },
    { collectedAt: "2020-01-01T00:00:00Z" },
    { netProfit: null },
  ];
  it.each(CHANGES)("whose content was changed to %j", async (to) => {
    expect((await whileChanged(sealed.id, to)).damaged).toEqual([{ id: sealed.id, damage: "CONTENT_CHANGED" }]);
  });

  it("whose hash was made to fit", async () => {
    const { damaged } = await whileChanged(sealed.id, { contentHash: "a".repeat(64) });
    expect(damaged.map(({ damage }) => damage)).toEqual(["CONTENT_CHANGED", "SEAL_BROKEN"]);
  });

  it("whose seal was changed, and its successor with it", async () => {
    const { damaged, found } = await whileChanged(sealed.id, { seal: "a".repeat(64) });
    const broken = [sealed.id, successor.id].sort().map((id) => ({ id, damage: "SEAL_BROKEN" }));
    expect(damaged.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(broken);
    expect(found.damaged).toBe(2);
  });

  it("that was archived at another time", async () => {
    const { damaged } = await whileChanged(sealed.id, { archivedAt: "2020-01-01T00:00:00Z" });
    expect(damaged).toEqual([{ id: sealed.id, damage: "SEAL_BROKEN" }]);
  });

  it("that was cut off from what it supersedes", async () => {
    const { damaged } = await whileChanged(successor.id, { supersedesId: null });
    expect(damaged).toEqual([{ id: successor.id, damage: "SEAL_BROKEN" }]);
  });

  it("that has lost its salt or its hash", async () => {
    expect((await whileChanged(sealed.id, { sealSalt: null })).damaged).toEqual([
      { id: sealed.id, damage: "CONTENT_UNREADABLE" },
    ]);
    expect((await whileChanged(successor.id, { contentHash: null, sealSalt: null })).damaged).toEqual([
      { id: successor.id, damage: "HASH_MISSING" },
    ]);
  });

  it("that has lost its hash together with every older one", async () => {
    const older = and(isNotNull(informationRecord.seal), lte(informationRecord.archivedAt, sealed.archivedAt ?? ""));
    const hashes = await writeUnsealed(database, ({ orm }) =>
      orm
        .select({ id: informationRecord.id, contentHash: informationRecord.contentHash })
        .from(informationRecord)
        .where(older),
    );
    await writeUnsealed(database, ({ orm }) => orm.update(informationRecord).set({ contentHash: null }).where(older));
    const { damaged } = await verify();
    await writeUnsealed(database, ({ rows }) =>
      rows(
        "update information_record r set content_hash = v.hash from (select unnest($1::uuid[]) as id, unnest($2::text[]) as hash) v where v.id = r.id",
        [hashes.map(({ id }) => id), hashes.map(({ contentHash }) => contentHash)],
      ),
    );
    expect(
      damaged
        .filter(({ damage }) => damage === "HASH_MISSING")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(hashes.map(({ id }) => id).sort());
    expect(hashes.map(({ id }) => id)).toContain(sealed.id);
  });

  it("whose predecessor is gone", async () => {
    const gone = [{ id: successor.id, damage: "PREDECESSOR_MISSING" }];
    // Foreign keys included: a backup put back in part has none.
    await asOwner(database, "alter table information_record disable trigger all");
    const looked = writeUnsealed(database, async ({ rows }) => {
      await rows("delete from information_record where id = $1", [sealed.id]);
    });
    await looked;
    expect((await verify()).damaged).toEqual(gone);
    await writeUnsealed(database, async ({ orm }) => {
      const { standing: _, ...row } = sealed;
      const stored = Object.fromEntries(Object.entries(row).filter(([key]) => COLUMNS[key]?.generated === undefined));
      await orm.insert(informationRecord).values(stored as typeof informationRecord.$inferInsert);
    });
    await asOwner(database, "alter table information_record enable trigger all");
    expect((await verify()).damaged).toEqual([]);
  });
});

describe("what is all right", () => {
  it("is a record erased as the policy erases: its hash and seal stay, and its successor's chain with them", async () => {
    const fields = ["revenue", "netProfit", "totalAssets", "auditor", "periodStart", "periodEnd", "currency"] as const;
    const nothing = Object.fromEntries(fields.map((name) => [name, null]));
    const { damaged, found } = await whileChanged(sealed.id, { ...nothing, sealSalt: null, status: "ERASED" });
    expect(damaged).toEqual([]);
    expect(found.erased).toBeGreaterThan(1);
  });
});

describe("the report", () => {
  it("names the record and what is wrong, and sums up in one line", () => {
    expect(damageLine({ id: "7", damage: "CONTENT_CHANGED" })).toBe("7: its content is not what was sealed");
    expect(summaryLine({ verified: 9, erased: 0, damaged: 0 }, 1)).toBe(
      "Sealed records: 9 verified, none damaged (1.0 s).",
    );
    expect(summaryLine({ verified: 9, erased: 1, damaged: 3 }, 0.25)).toBe(
      "Sealed records: 9 verified, 1 erased and verified without content, 3 DAMAGED (0.3 s).",
    );
  });
});
