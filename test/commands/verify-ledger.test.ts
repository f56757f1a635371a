import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ledgerKeys } from "../../src/auth/ledger-keys.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { brokenLine, brokenLines, ledgerLine } from "../../src/cli/ledger-report.js";
import type { AccessEntry } from "../../src/commands/ledger-entry.js";
import { beginLedger, readHead, type SignedHead, signedHead } from "../../src/commands/ledger-head.js";
import type { ReadLedger } from "../../src/commands/read-ledger.js";
import { sealLedger } from "../../src/commands/seal-ledger.js";
import { type BrokenLink, verifyLedger } from "../../src/commands/verify-ledger.js";
import type { Database, Session } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { LEDGER_KEYS, ledgerOn, rewriteLedger } from "../support/ledger.js";
import { asOwner } from "../support/owner.js";

const NOW = new Date("2026-03-10T02:00:00Z");

let database: Database;
let ledger: ReadLedger;

const entry = (coordinate = "Customer.name"): AccessEntry => ({
  viewer: { accountId: randomUUID(), role: "ANALYST", roles: ["ANALYST", "REVIEWER"] },
  occurredAt: NOW,
  purpose: "CREDIT_ASSESSMENT",
  exit: "GRAPHQL",
  outcome: "ANSWERED",
  code: null,
  operation: { name: "Screen", hash: "0".repeat(64), registered: false },
  policyVersion: "1",
  reads: [{ coordinate, use: "project", grade: "PUBLIC", level: "FULL" }],
  customers: new Set([randomUUID()]),
});

const seal = () => sealLedger(database, LEDGER_KEYS, () => NOW);
const broken = async (signed: SignedHead | null = null) =>
  (await verifyLedger({ database, keys: LEDGER_KEYS, signed })).broken;

/** Three batches of four entries, and two entries that are not sealed yet. */
beforeAll(async () => {
  database = await openTestDatabase();
  ledger = await ledgerOn(database);
  for (const batch of [0, 1, 2]) {
    await Promise.all([0, 1, 2, 3].map((i) => ledger.write(entry(`Customer.field${batch}${i % 2}`))));
    await seal();
  }
  await Promise.all([ledger.write(entry()), ledger.write(entry())]);
});
afterAll(() => database.close());

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  database.withViewer(SYSTEM, "READ", (session) => session.rows<T>(text, values));

interface Place {
  readonly seq: string;
  readonly id: string;
  readonly pattern: string;
}
let places: readonly Place[];
beforeEach(async () => {
  places = await rows<Place>("select seq, id, pattern from access_event order by seq");
});
const place = (i: number): Place => places[i] as Place;
const named = (i: number) => ({ seq: Number(place(i).seq), id: place(i).id });

class Undo extends Error {}

/** What is found while the ledger is written anew; then all is as it was. */
const whileRewritten = async (
  rewrite: (session: Pick<Session, "rows">) => Promise<unknown>,
  signed: SignedHead | null = null,
): Promise<readonly BrokenLink[]> => {
  const tables = ["access_event", "access_read", "ledger_batch", "ledger_head"];
  await rewriteLedger(database, async (session) => {
    for (const table of tables) await session.rows(`create table kept_${table} as select * from ${table}`, []);
    await rewrite(session);
  });
  const found = await broken(signed);
  await rewriteLedger(database, async (session) => {
    for (const table of tables) {
      await session.rows(`delete from ${table}`, []);
      const overriding = table === "access_event" ? "overriding system value" : "";
      await session.rows(`insert into ${table} ${overriding} select * from kept_${table}`, []);
      await session.rows(`drop table kept_${table}`, []);
    }
  });
  return found;
};

const headNow = async (): Promise<SignedHead> => {
  const head = await database.withViewer(SYSTEM, "READ", ({ orm }) => readHead(orm));
  if (head === null) throw new Undo("no head");
  return signedHead(LEDGER_KEYS, head, NOW);
};

test("the ledger as it was written is whole, also what is not sealed yet", async () => {
  const found = await verifyLedger({ database, keys: LEDGER_KEYS });
  expect(found).toEqual({ batches: 3, entries: 12, unsealed: 2, broken: [] });
  expect(ledgerLine(found, 1)).toBe("Read ledger: 12 entries in 3 batches; 2 not sealed yet; nothing broken (1.0 s).");
});

describe("nobody changes or takes away what was written:", () => {
  test.each([
    "update access_event set role = 'CLERK'",
    "delete from access_event",
    "truncate access_event",
    "update access_read set level = 'DENIED'",
    "delete from access_read",
    "update ledger_batch set hash = ''",
    "delete from ledger_batch",
    "delete from ledger_head",
    "update ledger_head set number = number - 1",
    "update ledger_head set key_id = 'other', number = number + 1, last_seq = last_seq + 1, entries = entries + 1",
  ])("%s", async (statement) => {
    await expect(rows(statement)).rejects.toThrow(/permission denied|ledger/);
    await expect(asOwner(database, statement)).rejects.toThrow(/ledger/);
  });
});

describe("an entry that was changed is named, whatever of it was:", () => {
  test.each([
    "occurred_at = occurred_at + interval '1 second'",
    "account_id = gen_random_uuid()",
    "role = 'CLERK'",
    "roles = array['CLERK']::role[]",
    "purpose = null",
    "exit = 'CSV_REPORT'",
    "outcome = 'REFUSED'",
    "code = 'FORBIDDEN'",
    "operation_name = 'Other'",
    "operation_hash = 'f'",
    "registered = true",
    "policy_version = '2'",
    "customers = array[gen_random_uuid()]",
    "id = gen_random_uuid()",
  ])("%s", async (change) => {
    const found = await whileRewritten((session) =>
      session.rows(`update access_event set ${change} where seq = $1`, [place(5).seq]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ damage: "ENTRY_CHANGED", batch: 2, seq: named(5).seq });
  });

  test("also before it is sealed", async () => {
    const found = await whileRewritten((session) =>
      session.rows("update access_event set purpose = 'AUDIT' where seq = $1", [place(13).seq]),
    );
    expect(found).toEqual([{ damage: "ENTRY_CHANGED", batch: null, ...named(13) }]);
  });

  test("also with a hash that fits, of another key", async () => {
    const found = await whileRewritten((session) =>
      session.rows("update access_event set purpose = 'AUDIT', hash = repeat('a', 64) where seq = $1", [place(5).seq]),
    );
    expect(found).toEqual([{ damage: "ENTRY_MOVED", batch: 2, ...named(5) }]);
  });
});

describe("named is, too,", () => {
  test("an entry that was taken out, the first of several", async () => {
    const found = await whileRewritten((session) =>
      session.rows("delete from access_event where seq = any($1::bigint[])", [[place(2).seq, place(6).seq]]),
    );
    expect(found.map(({ damage, seq, batch }) => [damage, seq, batch])).toEqual([
      ["ENTRY_MISSING", named(2).seq, 1],
      ["ENTRY_MISSING", named(6).seq, 2],
    ]);
    expect(brokenLine(found[0] as BrokenLink)).toBe(`entry ${named(2).seq}, batch 1: the entry is gone`);
  });

  test("two entries that changed places", async () => {
    const found = await whileRewritten(async (session) => {
      const swap =
        "insert into access_event overriding system value select (json_populate_record(e, json_build_object('seq', $2::bigint))).* from kept_access_event e where seq = $1";
      await session.rows("delete from access_event where seq = any($1::bigint[])", [[place(4).seq, place(7).seq]]);
      await session.rows(swap, [place(4).seq, place(7).seq]);
      await session.rows(swap, [place(7).seq, place(4).seq]);
    });
    expect(found.map(({ damage, seq }) => [damage, seq])).toEqual([
      ["ENTRY_MOVED", named(4).seq],
      ["ENTRY_MOVED", named(7).seq],
    ]);
  });

  test("an entry that was put in later, where another had been given up", async () => {
    const found = await whileRewritten(async (session) => {
      await session.rows("update ledger_batch set seqs = seqs[1:3], marks = marks[1:3] where number = 2", []);
    });
    expect(found).toEqual([{ damage: "ENTRY_INSERTED", batch: 2, ...named(7) }]);
  });

  test("what it says was read: changed, added to, or gone", async () => {
    const { pattern } = place(4);
    for (const rewrite of [
      "update access_read set level = 'DENIED' where pattern = $1",
      "delete from access_read where pattern = $1",
      "insert into access_read select $1, 'Customer.other', 'project', 'PUBLIC', 'FULL'",
    ]) {
      const found = await whileRewritten((session) => session.rows(rewrite, [pattern]));
      expect(found[0]).toEqual({ damage: "READS_CHANGED", batch: 2, ...named(4) });
    }
  });

  test("a batch that was changed or is gone", async () => {
    const changed = await whileRewritten((session) =>
      session.rows("update ledger_batch set sealed_at = sealed_at + interval '1 day' where number = 2", []),
    );
    expect(changed).toEqual([{ damage: "BATCH_CHANGED", batch: 2 }]);
    const gone = await whileRewritten((session) => session.rows("delete from ledger_batch where number = 2", []));
    expect(gone[0]).toEqual({ damage: "BATCH_MISSING", batch: 2 });
  });
});

describe("a tail that was cut off is missed", () => {
  const cut = async (session: Pick<Session, "rows">) => {
    await session.rows("delete from access_event where seq > (select last_seq from ledger_batch where number = 2)", []);
    await session.rows("delete from ledger_batch where number = 3", []);
  };

  test("by the head that is stored", async () => {
    expect(await whileRewritten(cut)).toEqual([{ damage: "TAIL_MISSING", batch: 3 }]);
  });

  test("also with a head made up to fit: it takes the key", async () => {
    const found = await whileRewritten(async (session) => {
      await cut(session);
      await session.rows(
        "update ledger_head h set number = 2, last_seq = b.last_seq, entries = 8, hash = b.hash from ledger_batch b where b.number = 2",
        [],
      );
    });
    expect(found).toEqual([{ damage: "HEAD_CHANGED", batch: 2 }]);
  });

  test("with an old head put back by the signed one alone, that was kept elsewhere", async () => {
    const old = await headNow();
    const before = await rows<Record<string, unknown>>("select * from ledger_head");
    await ledger.write(entry());
    await seal();
    const later = await headNow();
    const putBack = async (session: Pick<Session, "rows">) => {
      await session.rows("delete from access_event where seq > $1", [old.lastSeq]);
      await session.rows("delete from ledger_batch where number > $1", [old.number]);
      await session.rows("delete from ledger_head", []);
      await session.rows("insert into ledger_head select * from json_populate_recordset(null::ledger_head, $1::json)", [
        JSON.stringify(before),
      ]);
    };
    expect(await whileRewritten(putBack)).toEqual([]);
    expect(await whileRewritten(putBack, later)).toEqual([{ damage: "TAIL_MISSING", batch: old.number + 1 }]);
    expect(await broken(later)).toEqual([]);
    expect(await broken(old)).toEqual([]);
  });
});

describe("a signed head", () => {
  test("that was changed, or that another key signed, proves nothing and is said to", async () => {
    const head = await headNow();
    expect(await broken({ ...head, entries: head.entries - 1 })).toContainEqual({
      damage: "FOREIGN_HEAD",
      batch: head.number,
    });
    const other = ledgerKeys("another-key-of-at-least-32-characters");
    expect((await broken(signedHead(other, head, NOW)))[0]).toEqual({ damage: "FOREIGN_HEAD", batch: head.number });
  });

  test("of a ledger that was written anew does not fit", async () => {
    const head = await headNow();
    const other = signedHead(LEDGER_KEYS, { ...head, hash: "f".repeat(64) }, NOW);
    expect(await broken(other)).toEqual([{ damage: "BEFORE_HEAD", batch: head.number }]);
  });
});

describe("with another key", () => {
  const other = ledgerKeys("another-key-of-at-least-32-characters");

  test("the ledger is not gone on with", async () => {
    await expect(beginLedger(database, other)).rejects.toThrow(/^LEDGER_KEY: /);
    await expect(beginLedger(database, LEDGER_KEYS)).resolves.toBeUndefined();
  });

  test("one line says so, and no entry is called broken", async () => {
    const found = await verifyLedger({ database, keys: other });
    expect(found.broken).toEqual([{ damage: "OTHER_KEY", batch: null }]);
    expect([...brokenLines(found), ledgerLine(found, 1)]).toEqual([
      "Read ledger: NOT VERIFIED, the ledger is kept with another LEDGER_KEY than the one given here.",
    ]);
  });

  test("nothing of it verifies, and a customer has another mark", async () => {
    const found = await verifyLedger({ database, keys: other });
    expect(found.broken).toContainEqual({ damage: "OTHER_KEY", batch: null });
    expect(other.markOf("a")).not.toBe(LEDGER_KEYS.markOf("a"));
  });
});

test("a hundred at once share their inserts; whoever seals at the same time makes one chain of them", async () => {
  const before = (await verifyLedger({ database, keys: LEDGER_KEYS })).entries;
  const own = await ledgerOn(database);
  const writing = Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? ledger : own).write(entry())));
  const sealed = await Promise.all([seal(), seal(), writing.then(seal), seal()]);
  await seal();
  const found = await verifyLedger({ database, keys: LEDGER_KEYS });
  expect(found).toMatchObject({ unsealed: 0, broken: [] });
  expect(found.entries).toBeGreaterThanOrEqual(before + 100);
  expect(sealed.every((count) => count >= 0)).toBe(true);
});

test("what nobody waits for is written when the ledger stops, once", async () => {
  const own = await ledgerOn(database);
  const count = async () => Number((await rows<{ n: string }>("select count(*) as n from access_event"))[0]?.n);
  const before = await count();
  for (let i = 0; i < 25; i += 1) own.note(entry());
  await own.stop();
  expect(await count()).toBe(before + 25);
});
