import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive();
  const { data } = await archive.ask("collector", '{ customer(code: "SH-0001") { id } }');
  customerId = data.customer.id;
});
afterAll(() => archive.close());

const STATE = `mutation ($input: CollectFinancialStatementInput!, $again: CollectFinancialStatementInput!) {
  first: collectFinancialStatement(input: $input) { ...What }
  second: collectFinancialStatement(input: $again) { ...What }
}
fragment What on CollectFinancialStatementPayload {
  record { id status corroboration version allowedActions collectedAt recordedAt corrects { id } supersededBy { id }
    screening { rule severity field message } verificationTasks { id status method cause priority version allowedActions } }
  screening { rule severity field message }
  tasks { id status method cause priority dueAt version }
}`;

const statement = (year: number, revenue: string) => ({
  customerId,
  source: { channel: "DIRECT_CONTACT" },
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  currency: "CNY",
  totalAssets: "9000000",
  totalLiabilities: "1000000",
  equity: "8000000",
  netProfit: "100000",
  revenue,
});

/** Ids differ from record to record. */
const masked = ({ text }: Answer): string => text.replace(/"id":"[^"]+"/g, '"id":"*"');

const state = (year: number, first: string, second: string) =>
  archive.ask("collector", STATE, { input: statement(year, first), again: statement(year, second) });

const CONFLICTS = `query ($filter: ConflictFilter) { conflicts(filter: $filter) { totalCount nodes {
  openedAt resolvedAt category version fields records { id status } customer { id } } } }`;

const openConflicts = async () => {
  const filter = { customerId: { eq: customerId }, category: { eq: "FINANCIAL" }, open: { eq: true } };
  return (await archive.ask("reviewer", CONFLICTS, { filter })).data.conflicts;
};

describe("a record that contradicts another", () => {
  test("is answered like one that does not, byte for byte, also where both come in one operation", async () => {
    const before = await openConflicts();
    const alone = await state(2011, "5000000", "5000000");
    expect(alone.errors).toBeUndefined();
    for (const [revenue, year] of [
      ["99000000", 2012],
      ["1", 2013],
      ["5000000.01", 2011],
    ] as const) {
      const contradicting = await state(year, "5000000", revenue);
      expect(masked(contradicting)).toBe(masked(alone));
      await archive.settled();
    }
    expect((await openConflicts()).totalCount).toBeGreaterThan(before.totalCount);
  });

  test("opens a conflict just after, and an urgent task over both", async () => {
    const { data } = await state(2014, "7000000", "8000000");
    await archive.settled();
    const ids = [data.first.record.id, data.second.record.id];
    const { nodes } = await openConflicts();
    expect(nodes[0]).toMatchObject({ category: "FINANCIAL", version: 1, resolvedAt: null, fields: ["revenue"] });
    expect(nodes[0].records.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    const tasks = await archive.ask(
      "reviewer",
      "query ($id: ID!) { informationRecord(id: $id) { verificationTasks { cause priority status records { id } } } }",
      { id: ids[0] },
    );
    expect(tasks.data.informationRecord.verificationTasks).toContainEqual(
      expect.objectContaining({ cause: "CONTRADICTION", priority: "URGENT", status: "OPEN" }),
    );
  });

  test("does so under the same name of a person, however wide it is written", async () => {
    const person = (personName: string, mobile: string) => ({
      customerId,
      source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" },
      personName,
      mobile,
    });
    const collect = `mutation ($one: CollectContactInput!, $two: CollectContactInput!) {
      one: collectContact(input: $one) { record { id } } two: collectContact(input: $two) { record { id } } }`;
    const { data } = await archive.ask("collector", collect, {
      one: person("李　四", "13800000001"),
      two: person("李四", "13800000002"),
    });
    await archive.settled();
    const filter = { customerId: { eq: customerId }, category: { eq: "CONTACT" }, open: { eq: true } };
    const conflicts = (await archive.ask("reviewer", CONFLICTS, { filter })).data.conflicts.nodes;
    const records = [data.one, data.two].map(({ record }) => expect.objectContaining(record));
    expect(conflicts).toContainEqual(
      expect.objectContaining({ fields: ["mobile"], records: expect.arrayContaining(records) }),
    );
  });

  test("is decided by a reviewer, who sends back what does not hold", async () => {
    const { data } = await state(2015, "7000000", "8000000");
    await archive.settled();
    const query = `query ($filter: ConflictFilter) { conflicts(first: 1, filter: $filter) { nodes { id version records { id } } } }`;
    const found = await archive.ask("reviewer", query, { filter: { customerId: { eq: customerId } } });
    const [{ id, version }] = found.data.conflicts.nodes;
    const resolved = await archive.ask(
      "reviewer",
      `mutation ($input: ResolveConflictInput!) { resolveConflict(input: $input) { conflict {
        version resolution reason resolvedBy { id } records { id status } } } }`,
      { input: { id, version, resolution: "KEEP_FIRST", reason: "原件为准" } },
    );
    const { conflict } = resolved.data.resolveConflict;
    expect(conflict).toMatchObject({ version: version + 1, resolution: "KEEP_FIRST", reason: "原件为准" });
    const statusOf = (of: string) => conflict.records.find((each: { id: string }) => each.id === of).status;
    expect([statusOf(data.first.record.id), statusOf(data.second.record.id)]).toEqual(["IN_VERIFICATION", "RETURNED"]);
  });
});

describe("the list of conflicts", () => {
  const PAGE = `query ($after: String, $filter: ConflictFilter) { conflicts(first: 3, after: $after, filter: $filter) {
    totalCount nodes { id openedAt resolvedAt category } pageInfo { hasNextPage endCursor } } }`;

  test("is walked page by page, newest first, each once", async () => {
    const met: { id: string; openedAt: string }[] = [];
    let total = 0;
    for (let after: string | null = null; ; ) {
      const { data } = await archive.ask("archivist", PAGE, { after });
      const { nodes, pageInfo, totalCount } = data.conflicts;
      met.push(...nodes);
      total = totalCount;
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(new Set(met.map(({ id }) => id)).size).toBe(total);
    expect(met.map(({ openedAt }) => openedAt)).toEqual(
      met
        .map(({ openedAt }) => openedAt)
        .sort()
        .reverse(),
    );
    const [{ n } = { n: "" }] = await archive.database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows<{ n: string }>("select count(*) as n from conflict", []),
    );
    expect(total).toBe(Number(n));
  });

  test("is filtered by whether they are open, by category and by customer", async () => {
    const count = async (filter: object) =>
      (await archive.ask("archivist", PAGE, { filter })).data.conflicts.totalCount as number;
    const [open, done] = [await count({ open: { eq: true } }), await count({ open: { eq: false } })];
    expect([open, done].every((n) => n > 0)).toBe(true);
    expect(open + done).toBe(await count({}));
    const categories = ["REGISTRATION", "CONTACT", "OPERATION", "FINANCIAL"].map((eq) => count({ category: { eq } }));
    expect((await Promise.all(categories)).reduce((a, b) => a + b)).toBe(open + done);
    expect(await count({ customer: { branchCode: { eq: "NONE" } } })).toBe(0);
  });
});
