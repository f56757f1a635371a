import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { facts, recordFactsApart, stale } from "../../src/db/statistics/asked-facts.js";
import { openTestDatabase } from "../support/database.js";
import { asOwner } from "../support/owner.js";

const TODAY = sql`'2026-09-01'::date`;
const QUEUED = 20_000;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  await asOwner(
    database,
    `insert into fact_queue (customer_id) select gen_random_uuid() from generate_series(1, ${QUEUED})`,
  );
  await asOwner(database, "analyze fact_queue");
});
afterAll(() => database.close());

/** How PostgreSQL goes about it with memory for a thousandth of the queue. */
const planOf = (statement: SQL): Promise<string> =>
  database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
    await orm.execute(sql`select set_config('work_mem', '64kB', true)`);
    return JSON.stringify(await orm.execute(sql`explain ${statement}`));
  });

describe("a report asked while more customers wait to be rolled up than memory is meant for", () => {
  const EACH: readonly (readonly [string, SQL])[] = [
    ["customers", sql`with ${stale(TODAY)}, ${facts(TODAY)} select count(*) from facts`],
    ["records", sql`with ${recordFactsApart("Asia/Shanghai")} select count(*) from kept_records`],
  ];

  test.each(EACH)("looks them up, and does not go through all of them for each of the kept %s", async (_of, asked) => {
    expect(await planOf(asked)).toMatch(/NOT [^"]*\(hashed SubPlan/);
  });
});
