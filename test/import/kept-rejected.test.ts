import { expect, test } from "vitest";
import { KeptRejected } from "../../src/commands/import/job/kept-rejected.js";
import { MOST_KEPT_BYTES, MOST_KEPT_ROWS, MOST_KEPT_TEXT } from "../../src/commands/import/rejected-limits.js";
import type { Database } from "../../src/db/database.js";
import { testVault } from "../support/vault.js";

const JOB = "00000000-0000-7000-8000-000000000001";
const vault = testVault();
const none = () => KeptRejected.ofNone({ vault } as Database, JOB);
const rejected = (count: number, text: string) =>
  Array.from({ length: count }, (_, i) => ({ line: i + 2, reason: "no", text }));

test("the first rejected rows of a job are kept, in however many batches they come, and no more", () => {
  const kept = none();
  let count = 0;
  for (let batch = 0; batch < 60; batch += 1) count += kept.admit(rejected(1000, "x")).length;
  expect(count).toBe(MOST_KEPT_ROWS);
});

test("they have no more than so many bytes, and behind one that does not fit none is kept", () => {
  const kept = none();
  const stored = kept.admit(rejected(6000, "甲".repeat(3000)));
  const bytes = stored.reduce((sum, { text }) => sum + text.length, 0);
  expect(stored.length).toBeLessThan(6000);
  expect(bytes).toBeLessThanOrEqual(MOST_KEPT_BYTES);
  expect(bytes).toBeGreaterThan(MOST_KEPT_BYTES - 20_000);
  expect(kept.admit(rejected(1, "x"))).toEqual([]);
});

test("what an earlier process kept of a job counts", async () => {
  const rows = async () => [{ rows: MOST_KEPT_ROWS - 1, bytes: 100 }];
  const database = { vault, withViewer: (_: unknown, __: unknown, work: (s: unknown) => unknown) => work({ rows }) };
  const kept = await KeptRejected.of(database as unknown as Database, JOB);
  expect(kept.admit(rejected(3, "x")).map(({ line }) => line)).toEqual([2]);
});

test("a text too long to be kept ends in an ellipsis, and no character is cut in two", () => {
  const textOf = (text: string) => {
    const [stored] = none().admit([{ line: 2, reason: "no", text }]);
    return vault.decrypt("import_rejected.text", `${JOB}.2`, stored?.text ?? "");
  };
  expect(textOf("x".repeat(MOST_KEPT_TEXT))).toBe("x".repeat(MOST_KEPT_TEXT));
  expect(textOf(`x${"😀".repeat(MOST_KEPT_TEXT)}`)).toBe(`x${"😀".repeat(MOST_KEPT_TEXT / 2 - 1)}…`);
});
