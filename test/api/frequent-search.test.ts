import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { insertRows } from "../../src/db/insert-rows.js";
import { searchRows } from "../../src/db/search/search-rows.js";
import { demoId } from "../../src/db/seed/demo-id.js";
import { branch, customer, searchEntry } from "../../src/db/tables/index.js";
import { type Archive, openArchive } from "../support/archive.js";

/** Beyond what a sample takes for few. */
const CUSTOMERS = 7000;
const CITIES = ["上海", "上海", "上海", "北京", "苏州"];

let archive: Archive;

const row = (i: number, branchId: string) => ({
  id: demoId("frequent", i),
  branchId,
  code: `Z${100_000 + i}`,
  name: `${CITIES[i % 5]}第${i}${i % 10 === 0 ? "上海" : ""}${i % 50 === 0 ? "食品" : "科技"}有限公司`,
  kind: "ENTERPRISE" as const,
  importance: "C" as const,
  status: "ACTIVE" as const,
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
});

beforeAll(async () => {
  archive = await openArchive();
  await archive.database.withViewer(SYSTEM, "WRITE", async (session) => {
    const branches = await session.orm.select().from(branch).orderBy(branch.code);
    const ids = branches.map(({ id }) => id).reverse();
    const rows = Array.from({ length: CUSTOMERS }, (_, i) => row(i, ids[i % 20 === 0 ? 1 : 0] ?? ""));
    await insertRows(session, customer, rows);
    await insertRows(session, searchEntry, searchRows(rows));
  });
});
afterAll(() => archive?.close());

const PAGE = `query ($s: String!, $first: Int, $last: Int, $after: String, $before: String) {
  customers(search: $s, first: $first, last: $last, after: $after, before: $before) {
    nodes { code name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Named {
  readonly code: string;
  readonly name: string;
}

const walk = async (username: string, s: string, backward: boolean): Promise<Named[]> => {
  let all: Named[] = [];
  let from: string | undefined;
  for (;;) {
    const page = backward ? { last: 100, before: from } : { first: 100, after: from };
    const { data, errors } = await archive.ask(username, PAGE, { s, ...page });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.customers;
    all = backward ? [...nodes, ...all] : [...all, ...nodes];
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return all;
    from = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
};

const codes = (found: readonly Named[]) => found.map(({ code }) => code);

describe("a term on most of the names", () => {
  test("is found on every one of them once, in one order both ways", async () => {
    const forward = await walk("reviewer", "科技", false);
    expect(codes(await walk("reviewer", "科技", true))).toEqual(codes(forward));
    expect(new Set(codes(forward)).size).toBe(forward.length);
    for (const { name } of forward) expect(name).toContain("科技");
    const { data } = await archive.ask("reviewer", `{ customers(search: "科技") { totalCount } }`);
    expect(forward.length).toBe(data.customers.totalCount);
    expect(forward.length).toBeGreaterThan(5000);
  }, 60_000);

  test("is looked through without sorting it: its names are in no order, those of a rare one are", async () => {
    const names = async (term: string) => {
      const { data } = await archive.ask("reviewer", PAGE, { s: term, first: 50 });
      return data.customers.nodes.map(({ name }: Named) => name);
    };
    expect(await names("科技")).not.toEqual([...(await names("科技"))].sort());
    const rare = await names("食品");
    expect(rare).toEqual([...rare].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
});
