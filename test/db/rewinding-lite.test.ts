import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSeededCopy } from "../support/embedded-databases.js";
import type { RewindingLite } from "../support/rewinding-lite.js";

// Test files of a worker have one embedded database after another, which is the same one: what a file did may not reach the next.

let lite: RewindingLite;
beforeAll(async () => {
  lite = await startSeededCopy();
  await lite.keep();
});
afterAll(() => lite.close());

const found = async () => {
  const { rows } = await lite.query(
    "select (select count(*) from customer) as customers, (select max(name) from customer) as last, current_user as me, current_setting('search_path') as path, to_regclass('of_a_test') as made, (select count(*) from pg_policies) as policies, (select count(*) from pg_class) as relations, (select last_value from pg_sequences limit 1) as next",
  );
  return rows;
};

const WORK: Readonly<Record<string, string>> = {
  "rows changed and deleted":
    "update customer set name = 'zz' || name; delete from session; update verification_task set status = 'OPEN'",
  "a table made and filled": "create table of_a_test as select * from customer, generate_series(1, 20)",
  "a table dropped": "drop table finding cascade",
  "policies and columns taken away":
    "drop policy archive_clerk_select on customer; alter table customer drop column name",
  "another role and other settings": "set role archive_clerk; set search_path to nowhere",
  "a transaction left open": "begin; update customer set name = 'open'",
  "a transaction that failed": "begin; select 1 / 0",
  "what is written to disk": "checkpoint; vacuum customer; select pg_switch_wal()",
};

describe("gone back, an embedded database shows nothing of", () => {
  test.each(Object.entries(WORK))("%s", async (_, work) => {
    const before = await found();
    await lite.exec(work).catch(() => {});
    await lite.rewind();
    expect(await found()).toEqual(before);
    // And it goes on: what is written now is kept until the next time.
    await lite.exec("update customer set name = 'once more'");
    expect((await lite.query("select distinct name from customer")).rows).toEqual([{ name: "once more" }]);
    await lite.rewind();
    expect(await found()).toEqual(before);
  });
});
