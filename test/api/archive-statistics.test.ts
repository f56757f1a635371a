import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

// biome-ignore lint/suspicious/noExplicitAny: rows as they are stored
type Row = any;

const run = (text: string, values: unknown[] = []): Promise<Row[]> =>
  archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows<Row>(text, values));

const DOCUMENT = `query ($input: ArchiveStatisticsInput!) { archiveStatistics(input: $input) { suppressedGroups
  groups { keys { dimension value label } values { measure currency value } hidden } } }`;

const ask = (input: object, username = "reporter") => archive.ask(username, DOCUMENT, { input });
const report = async (input: object, username = "reporter") => (await ask(input, username)).data.archiveStatistics;

interface Stored {
  readonly customer: Row[];
  readonly record: Row[];
  readonly task: Row[];
  readonly branch: Row[];
}

const stored = async (): Promise<Stored> => ({
  customer: await run("select * from customer"),
  record: await run("select * from information_record"),
  task: await run("select * from verification_task"),
  branch: await run("select * from branch"),
});

/** What the archive holds, reckoned once more row by row, in nothing but loops. */
const RISK: Record<string, string> = { AAA: "LOW", AA: "LOW", A: "LOW", B: "MEDIUM", C: "HIGH", D: "HIGH" };

const timeOf = (instant: string): number => Date.parse(instant.replace(" ", "T").replace(/\+00$/, "Z"));

const month = (instant: string): string => new Date(timeOf(instant) + 8 * 3_600_000).toISOString().slice(0, 7);

const OF_CUSTOMER: Record<string, (row: Row, all: Stored) => string | null> = {
  BRANCH: (row, { branch }) => branch.find(({ id }) => id === row.branch_id).code,
  PROVINCE: ({ region }) => region?.slice(0, 2) ?? null,
  CITY: ({ region }) => region?.slice(0, 4) ?? null,
  INDUSTRY_SECTION: ({ industry }) => industry?.slice(0, 1) ?? null,
  KIND: ({ kind }) => kind,
  IMPORTANCE: ({ importance }) => importance,
  STATUS: ({ status }) => status,
  RISK_CLASS: ({ credit_rating }) => (credit_rating ? (RISK[credit_rating] ?? null) : null),
  RATING: ({ credit_rating }) => credit_rating,
};
const OF_RECORD: Record<string, (row: Row) => string> = {
  CATEGORY: ({ category }) => category,
  MONTH: ({ collected_at }) => month(collected_at),
  RECORD_STATUS: ({ status }) => status,
};
const OF_TASK: Record<string, (row: Row) => string> = {
  CATEGORY: ({ category }) => category,
  MONTH: ({ created_at }) => month(created_at),
  TASK_METHOD: ({ method }) => method,
  TASK_STATUS: ({ status }) => status,
  TASK_CAUSE: ({ cause }) => cause,
};

const isOpen = ({ status }: Row): boolean => ["OPEN", "CLAIMED", "RETURNED"].includes(status);
const isOverdue = (task: Row): boolean => isOpen(task) && timeOf(task.due_at) < SEEDED_AT.getTime();

const CRITICAL = ["OPERATION", "FINANCIAL", "TRANSACTION"];
const isHeld = ({ status }: Row): boolean =>
  ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED", "ARCHIVED"].includes(status);
const isVerified = ({ category, corroboration }: Row): boolean => {
  if (CRITICAL.includes(category)) return corroboration === "FULL";
  if (["CREDIT", "FEEDBACK"].includes(category)) return corroboration !== "REFUTED";
  return ["SINGLE_SOURCE", "PARTIAL", "FULL"].includes(corroboration);
};

const newestFirst = (a: Row, b: Row): number =>
  `${b.period_end} ${b.recorded_at} ${b.id}` < `${a.period_end} ${a.recorded_at} ${a.id}` ? -1 : 1;

const FIGURE: Record<string, (records: Row[]) => (readonly [string | null, number])[]> = {
  REVENUE: (records) => {
    const [newest] = records.filter((r) => r.category === "FINANCIAL" && r.standing === 0).sort(newestFirst);
    return newest?.status === "ARCHIVED" && newest.revenue !== null ? [[newest.currency, Number(newest.revenue)]] : [];
  },
  CREDIT_LIMIT: (records) => {
    const [newest] = records.filter((r) => r.category === "CREDIT" && r.standing === 0).sort(newestFirst);
    const shown = newest?.status === "ARCHIVED" && newest.credit_limit !== null;
    return shown ? [[newest.credit_limit_currency, Number(newest.credit_limit)]] : [];
  },
  TRANSACTION_AMOUNT: (records) => {
    const sums = new Map<string, number>();
    for (const { category, status, amount_currency, amount } of records)
      if (category === "TRANSACTION" && status === "ARCHIVED")
        sums.set(amount_currency, (sums.get(amount_currency) ?? 0) + Number(amount));
    return [...sums];
  },
};

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

interface Group {
  readonly customers: Set<string>;
  readonly values: Map<string, number>;
  /** By the measure that speaks of a part of the rows only: how many customers these are of. */
  readonly having: Map<string, number>;
}

type Expected = Map<string, Group>;

const customersOf = (rows: readonly Row[]): number => new Set(rows.map(({ customer_id }) => customer_id)).size;

const keyOf = (parts: readonly (string | null)[]): string => JSON.stringify(parts);

const grouped = (rows: readonly Row[], keysOf: (row: Row) => (string | null)[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(keysOf(row)), [...(groups.get(keyOf(keysOf(row))) ?? []), row]);
  return groups;
};

const expected = (all: Stored, groupBy: readonly string[], measures: readonly string[]): Expected => {
  const customers = new Map(all.customer.map((row) => [row.id, row]));
  const ofCustomer = groupBy.every((name) => name in OF_CUSTOMER);
  const ofTasks = !ofCustomer && groupBy.some((name) => name.startsWith("TASK_"));
  const of = ofTasks ? OF_TASK : OF_RECORD;
  const rows = ofCustomer ? all.customer : ofTasks ? all.task : all.record;
  const keysOf = (row: Row) =>
    groupBy.map(
      (name) => OF_CUSTOMER[name]?.(ofCustomer ? row : customers.get(row.customer_id), all) ?? of[name]?.(row) ?? null,
    );
  const result: Expected = new Map();
  for (const [key, members] of grouped(rows, keysOf)) {
    const ids = new Set<string>(members.map((row) => (ofCustomer ? row.id : row.customer_id)));
    const records = ofCustomer ? all.record.filter((r) => ids.has(r.customer_id)) : members;
    const tasks = ofCustomer ? all.task.filter((t) => ids.has(t.customer_id)) : members;
    const held = records.filter(isHeld);
    const values = new Map<string, number>();
    for (const measure of measures) {
      if (measure === "CUSTOMERS") values.set("CUSTOMERS null", ids.size);
      if (measure === "RECORDS") values.set("RECORDS null", records.length);
      if (measure === "TASKS") values.set("TASKS null", tasks.length);
      if (measure === "OPEN_TASKS") values.set("OPEN_TASKS null", tasks.filter(isOpen).length);
      if (measure === "OVERDUE_TASKS") values.set("OVERDUE_TASKS null", tasks.filter(isOverdue).length);
      if (measure === "VERIFIED_SHARE" && held.length > 0)
        values.set("VERIFIED_SHARE null", round(held.filter(isVerified).length / held.length));
      const figure = FIGURE[measure.replace(/_(SUM|MEAN)$/, "")];
      if (figure === undefined) continue;
      const each = [...ids].flatMap((id) => figure(records.filter((r) => r.customer_id === id)));
      for (const currency of new Set(each.map(([c]) => c))) {
        const amounts = each.filter(([c]) => c === currency).map(([, amount]) => amount);
        const sum = amounts.reduce((a, b) => a + b, 0);
        const largest = Math.max(...amounts.map(Math.abs));
        const total = amounts.reduce((a, b) => a + Math.abs(b), 0);
        if (amounts.length < 5 || largest > 0.85 * total) continue;
        values.set(`${measure} ${currency}`, round(measure.endsWith("MEAN") ? sum / amounts.length : sum));
      }
    }
    const parts: Record<string, () => Row[]> = {
      OPEN_TASKS: () => tasks.filter(isOpen),
      OVERDUE_TASKS: () => tasks.filter(isOverdue),
      VERIFIED_SHARE: () => held,
    };
    const having = new Map(measures.flatMap((name) => (parts[name] ? [[name, customersOf(parts[name]())]] : [])));
    result.set(key, { customers: ids, values, having });
  }
  return result;
};

/** Whatever is shown is right; whatever is small is not shown; what is neither small nor shown is counted as left out. */
const compare = async (all: Stored, groupBy: readonly string[], measures: readonly string[]): Promise<number> => {
  const { data, text } = await ask({ groupBy, measures });
  if (!data) throw new Error(`${groupBy} ${measures} ${text}`);
  const { groups, suppressedGroups } = data.archiveStatistics;
  const right = expected(all, groupBy, measures);
  expect(groups.length + suppressedGroups).toBe(right.size);
  for (const group of groups) {
    const found = right.get(keyOf(group.keys.map(({ value }: Row) => value)));
    expect(found?.customers.size).toBeGreaterThanOrEqual(5);
    const told = group.values.map((v: Row) => [`${v.measure} ${v.currency}`, Number(v.value)]);
    for (const [name, value] of told) expect([name, value]).toEqual([name, found?.values.get(name)]);
    for (const [measure, customers] of found?.having ?? [])
      if (customers > 0 && customers < 5) expect(told.map(([name]: [string]) => name)).not.toContain(`${measure} null`);
    for (const name of found?.values.keys() ?? [])
      expect(told.some(([each]: [string]) => each === name) || group.hidden.includes(name.split(" ")[0])).toBe(true);
  }
  return groups.length;
};

const customerDimensions = fc.uniqueArray(fc.constantFrom(...Object.keys(OF_CUSTOMER)), { maxLength: 3 });
const recordDimensions = fc.tuple(
  fc.uniqueArray(fc.constantFrom(...Object.keys(OF_RECORD)), { minLength: 1, maxLength: 2 }),
  fc.uniqueArray(fc.constantFrom(...Object.keys(OF_CUSTOMER)), { maxLength: 1 }),
);
const taskDimensions = fc.tuple(
  fc.uniqueArray(fc.constantFrom("TASK_METHOD", "TASK_STATUS", "TASK_CAUSE"), { minLength: 1, maxLength: 1 }),
  fc.uniqueArray(fc.constantFrom("CATEGORY", "MONTH", ...Object.keys(OF_CUSTOMER)), { maxLength: 1 }),
);

const OF_CUSTOMERS = [
  "CUSTOMERS",
  "RECORDS",
  "TASKS",
  "OPEN_TASKS",
  "OVERDUE_TASKS",
  "VERIFIED_SHARE",
  "REVENUE_SUM",
  "REVENUE_MEAN",
  "CREDIT_LIMIT_SUM",
  "TRANSACTION_AMOUNT_MEAN",
];

describe("a report says what the rows come to, group by group:", () => {
  test("over customers", async () => {
    const all = await stored();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(customerDimensions, async (groupBy) => {
        shown += await compare(all, groupBy, OF_CUSTOMERS);
      }),
      { numRuns: 12 },
    );
    expect(shown).toBeGreaterThan(5);
  });

  test("over records", async () => {
    const all = await stored();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(recordDimensions, async ([own, also]) => {
        shown += await compare(all, [...own, ...also], ["CUSTOMERS", "RECORDS", "VERIFIED_SHARE"]);
      }),
      { numRuns: 8 },
    );
    expect(shown).toBeGreaterThan(5);
  });

  test("over tasks", async () => {
    const all = await stored();
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(taskDimensions, async ([own, also]) => {
        shown += await compare(all, [...own, ...also], ["CUSTOMERS", "TASKS", "OPEN_TASKS", "OVERDUE_TASKS"]);
      }),
      { numRuns: 8 },
    );
    expect(shown).toBeGreaterThan(1);
  });

  test("mean completeness is the mean of what every customer shows", async () => {
    const scores: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Row = (
        await archive.ask(
          "auditor",
          "query ($after: String) { customers(first: 100, after: $after) { nodes { completeness { score } } pageInfo { hasNextPage endCursor } } }",
          { after },
        )
      ).data.customers;
      scores.push(...page.nodes.map((node: Row) => node.completeness.score));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    const { groups } = await report({ groupBy: [], measures: ["COMPLETENESS_MEAN"] });
    const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
    expect(Number(groups[0].values[0].value)).toBeCloseTo(mean, 4);
  });
});

test("a report is exact at any moment: what has just been written counts, before and after it is rolled up", async () => {
  const question = ["BRANCH"];
  const [record] = await run(
    "select id from information_record where category = 'FINANCIAL' and standing = 0 and status = 'ARCHIVED' order by revenue desc limit 1",
  );
  await run("update information_record set status = 'RESTRICTED', restricted_from = 'ARCHIVED' where id = $1", [
    record.id,
  ]);
  const before = (await ask({ groupBy: question, measures: OF_CUSTOMERS })).text;
  await compare(await stored(), question, OF_CUSTOMERS);
  await archive.settled();
  expect(await run("select 1 from fact_queue")).toEqual([]);
  expect((await ask({ groupBy: question, measures: OF_CUSTOMERS })).text).toBe(before);
});

test("months of another time zone count for nothing, nor do facts of customers who have changed", async () => {
  const input = { groupBy: ["CATEGORY", "MONTH"], measures: ["CUSTOMERS", "RECORDS"] };
  const before = (await ask(input)).text;
  await run("update customer_record_fact set records = 999, earlier = 0");
  await run("update fact_zone set time_zone = 'Pacific/Auckland'");
  expect((await ask(input)).text).toBe(before);
  await run("update fact_zone set time_zone = 'Asia/Shanghai'");
  expect((await ask(input)).text).not.toBe(before);
  await run("insert into fact_queue (customer_id) select id from customer");
  expect((await ask(input)).text).toBe(before);
});

test("a customer who has gone to another branch is no longer counted in the old one, at once", async () => {
  await archive.settled();
  const input = { groupBy: [], measures: ["CUSTOMERS"] };
  const customersOf = async () =>
    Number((await archive.ask("clerk", DOCUMENT, { input })).data.archiveStatistics.groups[0].values[0].value);
  const [moved] = await run(
    "select id, branch_id from customer where branch_id = (select id from branch where code = 'SH') limit 1",
  );
  const before = await customersOf();
  await run("update customer set branch_id = (select id from branch where code <> 'SH' limit 1) where id = $1", [
    moved.id,
  ]);
  const after = await customersOf();
  await run("update customer set branch_id = $2 where id = $1", [moved.id, moved.branch_id]);
  expect(after).toBe(before - 1);
});

describe("a report over fewer than five customers", () => {
  test("is the same bytes whether there are four, one or none, and whatever these hold", async () => {
    const few = { groupBy: ["RATING"], measures: OF_CUSTOMERS, filter: { province: ["82"] } };
    const none = await ask(few);
    expect(none.data.archiveStatistics).toEqual({ groups: [], suppressedGroups: 1 });
    const some = await run("select id, region from customer order by code limit 4");
    for (const { id } of some) {
      await run("update customer set region = '820000' where id = $1", [id]);
      expect((await ask(few)).text).toBe(none.text);
    }
    for (const { id, region } of some) await run("update customer set region = $2 where id = $1", [id, region]);
  });
});

test("a small group is left out with another one, so that the total does not give it away", async () => {
  const some = await run(
    "select id, region from customer where left(region, 2) = (select left(region, 2) from customer group by 1 order by count(*) desc limit 1) order by code limit 3",
  );
  const input = { groupBy: ["PROVINCE"], measures: ["CUSTOMERS"] };
  const before = await report(input);
  await run("update customer set region = '820000' where id = any($1)", [some.map(({ id }) => id)]);
  const { groups, suppressedGroups } = await report(input);
  const shown = groups.map(({ keys }: Row) => keys[0].value);
  expect(shown).not.toContain("82");
  expect(suppressedGroups).toBeGreaterThan(before.suppressedGroups);
  const counted = groups.reduce((sum: number, { values }: Row) => sum + Number(values[0].value), 0);
  const [{ values }] = (await report({ groupBy: [], measures: ["CUSTOMERS"] })).groups;
  expect(Number(values[0].value) - counted).toBeGreaterThanOrEqual(5);
  for (const { id, region } of some) await run("update customer set region = $2 where id = $1", [id, region]);
});

test("a sum that one customer dominates is hidden, its count is not, and currencies are never added up", async () => {
  const [top] = await run("select customer_id from customer_fact order by revenue desc nulls last limit 1");
  await run("update customer_fact set revenue = 90000000000000 where customer_id = $1", [top.customer_id]);
  const { groups } = await report({ groupBy: [], measures: ["CUSTOMERS", "REVENUE_SUM", "REVENUE_MEAN"] });
  expect(groups[0].values.map(({ measure }: Row) => measure)).toEqual(["CUSTOMERS"]);
  expect(groups[0].hidden).toEqual(["REVENUE_SUM", "REVENUE_MEAN"]);
  const others =
    "select customer_id from customer_fact where revenue is not null and customer_id <> $1 order by 1 limit 7";
  await run(`update customer_fact set currency = 'USD' where customer_id in (${others})`, [top.customer_id]);
  const {
    groups: [both],
  } = await report({ groupBy: [], measures: ["REVENUE_SUM"] });
  expect(both.values.map(({ currency }: Row) => currency)).toEqual(["USD"]);
  await run("insert into fact_queue (customer_id) select id from customer");
  await archive.settled();
});

describe("is refused, and told why:", () => {
  test.each([
    ["four dimensions", { groupBy: ["KIND", "STATUS", "CITY", "BRANCH"], measures: ["CUSTOMERS"] }, "BAD_USER_INPUT"],
    ["a dimension twice", { groupBy: ["KIND", "KIND"], measures: ["CUSTOMERS"] }, "BAD_USER_INPUT"],
    ["no measure", { groupBy: [], measures: [] }, "BAD_USER_INPUT"],
    ["figures by category of records", { groupBy: ["CATEGORY"], measures: ["REVENUE_SUM"] }, "BAD_USER_INPUT"],
    ["records by state of tasks", { groupBy: ["TASK_STATUS"], measures: ["RECORDS"] }, "BAD_USER_INPUT"],
    [
      "a filter of records on tasks",
      { groupBy: ["TASK_STATUS"], measures: ["TASKS"], filter: { recordStatus: ["ARCHIVED"] } },
      "BAD_USER_INPUT",
    ],
  ])("%s", async (_, input, code) => {
    archive.sent();
    const { errors } = await ask(input);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(archive.sent()).toEqual([]);
  });
});

describe("a branch that is filtered by", () => {
  const of = (username: string, ...branch: string[]) =>
    ask({ groupBy: [], measures: ["CUSTOMERS"], filter: { branch } }, username);

  test("has to be there, and to whoever sees all customers is told which ones are", async () => {
    expect((await of("reporter", "SH", "BJ")).errors).toBeUndefined();
    const { errors } = await of("reporter", "SH", "ZZ");
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "filter.branch" });
    expect(errors?.[0]?.extensions.help).toMatch(/value 2: it is the code of a branch: .*BJ, .*SH/);
  });

  test("tells whoever works for one the same bytes of another that is there and of one that is not", async () => {
    expect((await of("collector", "SH")).errors).toBeUndefined();
    const [there, nowhere] = [await of("collector", "BJ"), await of("collector", "ZZ")];
    expect(there.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "filter.branch" });
    expect(there.text).toBe(nowhere.text);
    expect(there.text).not.toMatch(/BJ|ZZ/);
  });
});
