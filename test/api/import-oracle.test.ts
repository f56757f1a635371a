import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

// An import that knows rows again answers whether they are there: that is told of one's own rows only (SP11, SP12).

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const MAP = {
  kind: "contacts",
  customer: { by: "code", column: "c" },
  fields: { personName: "n", position: "p", mobile: "m", idNumber: "i" },
  source: {
    channel: { constant: "DIRECT_CONTACT" },
    subChannel: { constant: "BUSINESS_CARD" },
    statedOn: "d",
    legalBasis: { constant: "CONTRACT" },
  },
};

const file = (rows: readonly string[]): string => ["c,n,p,m,i,d", ...rows, ""].join("\n");
const RIGHT = "SH-0003,孙大伟,经理,13912345678,11010519491231002X,2026/1/5";
const WRONG = "SH-0003,孙大伟,经理,13912345679,11010519491231002X,2026/1/5";

/** What a job says of an import, and nothing that names the job. */
const imported = async (username: string, rows: readonly string[], dryRun = true) => {
  const search = new URLSearchParams({ kind: "contacts", map: JSON.stringify(MAP), dryRun: String(dryRun) });
  const response = await fetch(`${archive.url}/imports?${search}`, {
    method: "POST",
    headers: { "content-type": "text/csv", ...(await archive.bearer(username)) },
    body: file(rows),
  });
  const { id } = (await response.json()) as { id: string };
  await archive.settled();
  const query = `query ($id: ID!) { importJob(id: $id) { status rows records superseded unchanged rejected failure firstRows { line outcome reason } } }`;
  return (await archive.ask(username, query, { id })).data.importJob;
};

const OTHERS = ["clerk", "collector2"];

describe("what somebody has imported", () => {
  let before: unknown[];
  beforeAll(async () => {
    before = [];
    for (const username of OTHERS) before.push(await imported(username, [RIGHT]));
    expect(await imported("collector", [RIGHT], false)).toMatchObject({ status: "DONE", records: 1, unchanged: 0 });
  });

  test("is known again when they import it again", async () => {
    expect(await imported("collector", [RIGHT])).toMatchObject({ records: 0, unchanged: 1 });
    expect(await imported("collector", [RIGHT, WRONG])).toMatchObject({ superseded: 1, unchanged: 1 });
  });

  test("is known to nobody else: a value tried out is answered as it was before there was one", async () => {
    for (const [i, username] of OTHERS.entries()) {
      expect(await imported(username, [RIGHT]), username).toEqual(before[i]);
      expect(await imported(username, [WRONG]), username).toEqual(before[i]);
    }
  });

  test("is answered them alike when it was restricted: that it was is not told", async () => {
    const known = await imported("collector", [RIGHT]);
    const filter = `{ customerId: { eq: $id } category: { eq: CONTACT } }`;
    const { customer } = (await archive.ask("compliance", '{ customer(code: "SH-0003") { id } }')).data;
    const list = `query ($id: ID!) { informationRecords(first: 1, filter: ${filter}, orderBy: { field: RECORDED_AT, direction: DESC }) { nodes { id version } } }`;
    const [record] = (await archive.ask("compliance", list, { id: customer.id })).data.informationRecords.nodes;
    const restrict = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { record { status } } }`;
    const input = { ...record, reason: "当事人反对" };
    const { data, text } = await archive.ask("compliance", restrict, { input });
    expect(data?.restrictRecord?.record.status, text).toBe("RESTRICTED");
    expect(await imported("collector", [RIGHT])).toEqual(known);
    for (const [i, username] of OTHERS.entries()) expect(await imported(username, [RIGHT])).toEqual(before[i]);
  });
});

describe("many rows about one person", () => {
  test("take as long as many rows about many, and not the square of it", async () => {
    const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => `SH-0002,钱某,职务${i},,,2026/1/5`);
    const timed = async (count: number): Promise<number> => {
      const start = performance.now();
      expect(await imported("collector", rowsOf(count))).toMatchObject({ status: "DONE", rows: count, rejected: 0 });
      return (performance.now() - start) / count;
    };
    await timed(20);
    const [few, many] = [await timed(40), await timed(320)];
    expect(many / few).toBeLessThan(3);
  });
});
