import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

interface Step {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

interface List {
  readonly root: string;
  readonly order: string;
  readonly table: string;
  readonly where: string;
  /** What a value of the order stands for in the table. */
  readonly columns: Readonly<Record<string, string>>;
  readonly usual: readonly Step[];
}

const LISTS: readonly List[] = [
  {
    root: "customers",
    order: "CustomerOrder",
    table: "customer",
    where: "true",
    columns: {
      CODE: "code",
      NAME: "name",
      CREATED_AT: "created_at",
      UPDATED_AT: "updated_at",
      IMPORTANCE: "importance",
      REGION: "region",
      RISK_CLASS: "risk_class",
      CREDIT_RATING: "credit_rating",
      CREDIT_LIMIT: "credit_limit",
      REVENUE: "revenue",
    },
    usual: [{ field: "CODE", direction: "ASC" }],
  },
  {
    root: "informationRecords",
    order: "InformationRecordOrder",
    table: "information_record",
    where: "customer_id in (select id from customer where code like '%-000%')",
    columns: { RECORDED_AT: "recorded_at", COLLECTED_AT: "collected_at", VALID_FROM: "valid_from" },
    usual: [{ field: "RECORDED_AT", direction: "DESC" }],
  },
  {
    root: "verificationTasks",
    order: "VerificationTaskOrder",
    table: "verification_task",
    where: "customer_id in (select id from customer where code like '%-000%')",
    columns: { PRIORITY: "priority", DUE_AT: "due_at", CREATED_AT: "created_at" },
    usual: [{ field: "CREATED_AT", direction: "DESC" }],
  },
];

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  archive.database.withViewer(SYSTEM, "READ", (session) => session.rows<T>(text, values));

const PREFIX: Readonly<Record<string, string>> = { customers: "cu", informationRecords: "ir", verificationTasks: "vt" };

/** The ids of a list as plain SQL has them: null last either way, and the id at the end in the last direction. */
const inOrder = async ({ root, table, where, columns, usual }: List, orderBy: readonly Step[]): Promise<string[]> => {
  const steps = orderBy.length > 0 ? orderBy : usual;
  const keys = steps.map(({ field, direction }) => `${columns[field]} ${direction} nulls last`);
  const text = `select id from ${table} where ${where} order by ${keys.join(", ")}, id ${steps.at(-1)?.direction}`;
  return (await rows<{ id: string }>(text)).map(({ id }) => Buffer.from(`${PREFIX[root]}:${id}`).toString("base64url"));
};

/** The same rows, as the API picks them. */
const FILTER: Readonly<Record<string, string>> = {
  customers: "",
  informationRecords:
    'filter: { customer: { or: [{ code: { startsWith: "SH-000" } }, { code: { startsWith: "BJ-000" } }, { code: { startsWith: "GZ-000" } }] } },',
  verificationTasks:
    'filter: { customer: { or: [{ code: { startsWith: "SH-000" } }, { code: { startsWith: "BJ-000" } }, { code: { startsWith: "GZ-000" } }] } },',
};

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const PAGE = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

const documentOf = ({ root, order }: List): string =>
  `query ($first: Int, $last: Int, $after: String, $before: String, $orderBy: [${order}!]) {
    ${root}(${FILTER[root]} first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy) { ${PAGE} } }`;

const pageOf = async (list: List, variables: object): Promise<Page> => {
  const { data, text } = await archive.ask("reviewer", documentOf(list), variables);
  if (!data) throw new Error(text);
  return data[list.root];
};

const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

/** Every id, page by page from the front or from the back, as the whole list has them. */
const walk = async (list: List, size: number, orderBy: readonly Step[], backward: boolean): Promise<string[]> => {
  const all: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const from = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const page = await pageOf(list, { ...from, orderBy });
    const { pageInfo, edges } = page;
    expect([pageInfo.startCursor === null, pageInfo.endCursor === null]).toEqual([
      edges.length === 0,
      edges.length === 0,
    ]);
    // What has been passed is behind: the other flag says so.
    expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    all.push(idsOf(page));
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
    expect(edges).toHaveLength(size);
    // A cursor of an edge is as good as that of the page.
    cursor = backward ? (edges[0]?.cursor ?? null) : pageInfo.endCursor;
  }
  return (backward ? all.reverse() : all).flat();
};

const orders = ({ columns }: List) =>
  fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...Object.keys(columns)),
      direction: fc.constantFrom("ASC" as const, "DESC" as const),
    }),
    {
      maxLength: 4,
      selector: ({ field }) => field,
    },
  );

describe.each(LISTS.map((list) => [list.root, list] as const))("%s", (_, list) => {
  test("are each met once, in the same order, whatever the order and the page size, from either end", async () => {
    await fc.assert(
      fc.asyncProperty(orders(list), fc.integer({ min: 30, max: 100 }), async (orderBy, size) => {
        const expected = await inOrder(list, orderBy);
        expect(expected.length).toBeGreaterThan(100);
        expect(await walk(list, size, orderBy, false)).toEqual(expected);
        expect(await walk(list, size, orderBy, true)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test("between two cursors are those between, counted from the end that is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        orders(list),
        fc.nat(60),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (orderBy, start, gap, size) => {
          const expected = await inOrder(list, orderBy);
          const { edges } = await pageOf(list, { first: 100, orderBy });
          const bounds = { after: edges[start]?.cursor, before: edges[start + gap]?.cursor };
          const between = expected.slice(start + 1, start + gap);
          expect(idsOf(await pageOf(list, { ...bounds, first: size, orderBy }))).toEqual(between.slice(0, size));
          expect(idsOf(await pageOf(list, { ...bounds, last: size, orderBy }))).toEqual(between.slice(-size));
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe("a page of one", () => {
  test("passes instants that differ by a microsecond", async () => {
    await archive.database.withViewer(SYSTEM, "WRITE", (session) =>
      session.rows(
        `insert into customer (id, branch_id, code, name, kind, importance, status, created_at)
         select gen_random_uuid(), (select id from branch limit 1), 'MICRO-' || i, 'Micro', 'OTHER', 'C', 'PROSPECT',
           timestamptz '2031-01-01 00:00:00.000001Z' + i * interval '1 microsecond' from generate_series(1, 6) i`,
        [],
      ),
    );
    const query = `query ($after: String) { customers(first: 1, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {
      nodes { code } pageInfo { endCursor } } }`;
    const codes: string[] = [];
    for (let after: string | null = null; codes.length < 6; ) {
      const { data } = await archive.ask("reviewer", query, { after });
      codes.push(data.customers.nodes[0].code);
      after = data.customers.pageInfo.endCursor;
    }
    expect(codes).toEqual([6, 5, 4, 3, 2, 1].map((i) => `MICRO-${i}`));
  });
});

describe("the lists of one customer", () => {
  test.each([
    ["records", ""],
    ["verificationTasks", ""],
    ["financialStatements", ", orderBy: [{ field: PERIOD_END, direction: ASC }]"],
    [
      "financialStatements",
      ", orderBy: [{ field: NET_PROFIT, direction: DESC }, { field: RECORDED_AT, direction: ASC }]",
    ],
    ["transactions", ""],
    ["feedback", ""],
  ])("page through all of %s%s, one at a time", async (list, order) => {
    const query = (size: number) => `query ($after: String) { customer(code: "SH-0004") {
      ${list}(first: ${size}, after: $after${order}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const ask = async (size: number, after: string | null) =>
      (await archive.ask("reviewer", query(size), { after })).data.customer[list];
    const whole = await ask(100, null);
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo, totalCount } = await ask(1, after);
      expect(totalCount).toBe(whole.totalCount);
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(ids).toEqual(whole.nodes.map(({ id }: { id: string }) => id));
    expect(ids).toHaveLength(whole.totalCount);
  });
});

describe("a cursor", () => {
  const LIST =
    "query ($after: String, $orderBy: [CustomerOrder!]) { customers(first: 2, after: $after, orderBy: $orderBy) { nodes { code } pageInfo { endCursor } } }";
  const cursorFor = async (username: string, variables: object = {}): Promise<string> =>
    (await archive.ask(username, LIST, variables)).data.customers.pageInfo.endCursor;

  const refusal = ({ data, errors }: Answer) => ({
    data,
    code: errors?.[0]?.extensions.code,
    help: errors?.[0]?.extensions.help,
  });
  const REFUSED = {
    data: undefined,
    code: "BAD_USER_INPUT",
    help: "after: not a cursor of this list, in this order and role; take one from its pageInfo or edges.",
  };

  test("of another role is refused", async () => {
    expect(refusal(await archive.ask("collector", LIST, { after: await cursorFor("clerk") }))).toEqual(REFUSED);
  });

  test("of the same role and another person goes on from where it stands", async () => {
    const after = await cursorFor("collector");
    expect((await archive.ask("collector2", LIST, { after })).errors).toBeUndefined();
  });

  test("of another order, direction or list is refused", async () => {
    const by = (direction: string, field = "NAME") => ({ orderBy: [{ field, direction }] });
    const after = await cursorFor("clerk", by("ASC"));
    for (const other of [
      by("DESC"),
      by("ASC", "CODE"),
      {},
      { orderBy: [...by("ASC").orderBy, ...by("ASC", "CODE").orderBy] },
    ])
      expect(refusal(await archive.ask("clerk", LIST, { after, ...other }))).toEqual(REFUSED);
    const records = "query ($after: String) { informationRecords(after: $after) { totalCount } }";
    expect(refusal(await archive.ask("clerk", records, { after }))).toEqual(REFUSED);
  });

  test("that was made up or changed is refused, and nothing is read", async () => {
    const after = await cursorFor("clerk");
    const bytes = Buffer.from(after, "base64url");
    const changed = Array.from({ length: bytes.length }, (_, i) =>
      Buffer.from(bytes.map((byte, at) => (at === i ? byte ^ 1 : byte))),
    );
    const bad = ["", "x", "null", Buffer.from('["SH-0001"]').toString("base64url"), after.slice(0, -4), `${after}AAAA`];
    archive.sent();
    for (const text of [...bad, ...changed.map((each) => each.toString("base64url"))])
      expect(refusal(await archive.ask("clerk", LIST, { after: text }))).toEqual(REFUSED);
    expect(archive.sent()).toEqual([]);
  });

  test("says nothing of what it orders by: its bytes are sealed, and other each time", async () => {
    const by = { orderBy: [{ field: "NAME", direction: "ASC" }] };
    const [one, other] = [await cursorFor("clerk", by), await cursorFor("clerk", by)];
    expect(one).not.toBe(other);
    const { data } = await archive.ask(
      "clerk",
      "{ customers(first: 2, orderBy: [{ field: NAME, direction: ASC }]) { nodes { name } } }",
    );
    expect(Buffer.from(one, "base64url").includes(data.customers.nodes[1].name)).toBe(false);
  });
});
