import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { insertRows } from "../../src/db/insert-rows.js";
import { fillSearch, makeFindable } from "../../src/db/search/fill-search.js";
import { newId } from "../../src/db/tables/columns.js";
import { branch, customer } from "../../src/db/tables/index.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { type Known, ranked } from "../support/search-oracle.js";

let archive: Archive;
let all: (Known & { id: string; branch: string })[];

const NAMED: Readonly<Record<string, string>> = {
  "T-EXACT": "海晏精密机械有限公司",
  "T-FORM": "海晏精密机械股份有限公司",
  "T-PREFIX": "海晏精密机械销售有限公司",
  "T-INFIX": "上海海晏精密机械销售有限公司",
  "T-BRACKETS": "砺峰（上海）新材料有限公司",
  "T-LATIN": "Lanxu Technologies Co., Ltd.",
  "T-MIXED": "ＡＢＣ科技有限公司",
  "T-CHONGQING": "重庆岚序银行股份有限公司",
  "T-LE": "青乐信息技术有限公司",
  "T-XIAN": "西安岚序有限公司",
  "T-PERCENT": "100%棉纺织有限公司",
  "T-PERCENT-2": "1000棉纺织有限公司",
};

const made = (code: string, name: string, uscc: string | null, branchId: string) => {
  const at = "2026-01-01T00:00:00.000Z";
  const graded = { kind: "ENTERPRISE", importance: "C", status: "ACTIVE", version: 1, createdAt: at, updatedAt: at };
  return { id: newId(), branchId, code, name, uscc, ...graded } as typeof customer.$inferInsert & { id: string };
};

const PARTS = [
  ["上海", "北京", "厦门", "长宁"],
  ["海晏", "上海", "乐海", "AB", "朝阳", "重石"],
  ["科技", "贸易", "银行", "会计", "音乐"],
  ["有限公司", "(集团)有限公司", "", " Co., Ltd."],
];

/** Every combination there is of few parts: names that overlap in all the ways names do. */
const combined = (): string[] =>
  PARTS.reduce<string[]>((names, parts) => names.flatMap((name) => parts.map((part) => name + part)), [""]);

const KNOWN = `select c.id, c.code, c.name, c.uscc, b.code as branch from customer c join branch b on b.id = c.branch_id`;

beforeAll(async () => {
  archive = await openArchive();
  await archive.database.withViewer(SYSTEM, "WRITE", async (session) => {
    const [sh, bj] = await session.orm
      .select()
      .from(branch)
      .orderBy(branch.code)
      .then((found) => found.reverse());
    const named = Object.entries(NAMED).map(([code, name]) => made(code, name, null, sh?.id ?? ""));
    const others = combined().map((name, i) =>
      made(`C${100 + i}-${i % 7}X`, name, `91310115MA1K${String(100000 + i)}`, (i % 3 ? sh : bj)?.id ?? ""),
    );
    await insertRows(session, customer, [...named, ...others]);
    await makeFindable(session);
  });
  all = await archive.database.withViewer(SYSTEM, "READ", ({ rows }) => rows(KNOWN, []));
});
afterAll(() => archive?.close());

const PAGE = `query ($s: String!, $first: Int, $last: Int, $after: String, $before: String, $filter: CustomerFilter) {
  customers(search: $s, first: $first, last: $last, after: $after, before: $before, filter: $filter) {
    nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Walk {
  readonly size: number;
  readonly backward?: boolean;
  readonly filter?: object;
}

/** All pages of a search, one after the other. */
const walk = async (username: string, s: string, { size, backward = false, filter }: Walk): Promise<string[]> => {
  let codes: string[] = [];
  let from: string | undefined;
  for (;;) {
    const page = backward ? { last: size, before: from } : { first: size, after: from };
    const { data, errors } = await archive.ask(username, PAGE, { s, ...page, filter });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.customers;
    const found: string[] = nodes.map(({ code }: { code: string }) => code);
    codes = backward ? [...found, ...codes] : [...codes, ...found];
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return codes;
    from = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
};

const search = (s: string, username = "reviewer") => walk(username, s, { size: 100 });

const TERMS = [
  ...["科技", "上海", "海晏", "上海海晏", "海晏科技有限公司", "有限公司", "技有", "集团", "AB科", "ａｂ", "囧囧"],
  ...["kj", "hy", "shanghai", "haiy", "xiamen", "chaoyang", "yinh", "kuaiji", "yl", "lehai", "changning", "zhangning"],
  ...["C10", "c101", "C101-1X", "MA1K", "9131", "91310115MA1K100007", "1000", "115MA", "vv", "xian", "xxzz"],
  ...["上海 科技", "科技 shanghai", "kj hy", "上 海", "海晏 MA1K1001", "AB Co., Ltd.", "yinhang xm", "yuehai yinyue"],
];

describe("a search", () => {
  test.each(TERMS)("for %s finds what a walk over all customers finds, in the same order", async (term) => {
    for (const [username, scope] of [
      ["reviewer", null],
      ["clerk", "SH"],
      ["verifier2", "BJ"],
    ] as const) {
      const seen = all.filter(({ branch }) => scope === null || branch === scope);
      expect(await search(term, username)).toEqual(ranked(seen, term).map(({ code }) => code));
    }
  });

  test.each(["科技", "kj", "上海 yinhang", "c1"])(
    "for %s has pages that join to the whole, both ways",
    async (term) => {
      const whole = await search(term);
      expect(whole.length).toBeGreaterThan(20);
      expect(await walk("reviewer", term, { size: 7 })).toEqual(whole);
      expect(await walk("reviewer", term, { size: 9, backward: true })).toEqual(whole);
      const { data } = await archive.ask("reviewer", "query ($s: String) { customers(search: $s) { totalCount } }", {
        s: term,
      });
      expect(data.customers.totalCount).toBe(whole.length);
    },
  );

  test("keeps to the filter beside it, and to an order that is named", async () => {
    const filter = { code: { startsWith: "C1" } };
    const whole = (await search("科技")).filter((code) => code.startsWith("C1"));
    expect(await walk("reviewer", "科技", { size: 8, filter })).toEqual(whole);
    const ordered = `{ customers(first: 100, search: "海晏银行", orderBy: [{ field: CODE, direction: DESC }]) { nodes { code } } }`;
    const { data } = await archive.ask("reviewer", ordered);
    const codes = data.customers.nodes.map(({ code }: { code: string }) => code);
    expect(codes).toEqual([...(await search("海晏银行"))].sort().reverse());
    expect(codes.length).toBeGreaterThan(5);
  });
});

describe("names are found", () => {
  const first = async (term: string) => (await search(term))[0];

  test("by the whole name first, then by the name without its form, then those that begin so", async () => {
    const ours = async (term: string) =>
      (await search(term)).filter((code) => ["T-EXACT", "T-FORM", "T-PREFIX", "T-INFIX"].includes(code));
    expect(await ours("海晏精密机械有限公司")).toEqual(["T-EXACT", "T-FORM", "T-PREFIX", "T-INFIX"]);
    expect(await ours("海晏精密机械股份有限公司")).toEqual(["T-FORM", "T-EXACT", "T-PREFIX", "T-INFIX"]);
    expect(await ours("海晏精密机械有限")).toEqual(["T-EXACT"]);
  });

  test.each([
    ["砺峰(上海)新材料有限公司", "T-BRACKETS"],
    ["砺峰上海新材料", "T-BRACKETS"],
    ["lanxu technologies", "T-LATIN"],
    ["LANXU TECHNOLOGIES CO LTD", "T-LATIN"],
    ["abc科技", "T-MIXED"],
    ["chongqinglanxu", "T-CHONGQING"],
    ["lanxuyinhang", "T-CHONGQING"],
    ["cqlxyh", "T-CHONGQING"],
    ["qingle", "T-LE"],
    ["qingyue", "T-LE"],
    ["xi'anlanxu", "T-XIAN"],
    ["t-exact", "T-EXACT"],
  ])("%s", async (term, code) => {
    expect(await first(term)).toBe(code);
  });

  test("with the wildcards of LIKE taken for what they are", async () => {
    for (const term of ["100%棉", "1_00", "上%技"]) expect(await search(term)).not.toContain("T-INFIX");
    expect(await search("上%技")).toEqual([]);
  });
});

describe("a search is refused", () => {
  const expectRefused = ({ errors: [error] = [] }: Answer, says: RegExp) => {
    expect(error?.extensions.code).toBe("BAD_USER_INPUT");
    expect(error?.extensions.help).toMatch(says);
  };
  const refused = async (s: string, says: RegExp) => expectRefused(await archive.ask("clerk", PAGE, { s }), says);

  test("with one character, or nothing but marks", async () => {
    await refused("沪", /search: at least 2/);
    await refused(" a ", /search: at least 2/);
    await refused("%_（）", /search: at least 2/);
    await refused("\u3000 ", /search: say what/);
  });

  test("when it is longer than a name may be, or of more words than eight", async () => {
    await refused("长".repeat(201), /at most 200/);
    await refused("上海 ".repeat(9), /at most 8/);
  });

  test("with a cursor of another order", async () => {
    const { data } = await archive.ask("clerk", "{ customers(first: 1) { pageInfo { endCursor } } }");
    const after = data.customers.pageInfo.endCursor;
    expectRefused(await archive.ask("clerk", PAGE, { s: "上海", first: 1, after }), /after: not a cursor/);
  });
});

describe("a customer is found", () => {
  const COLLECTOR = "collector";
  const codeOf = (name: string) => search(name, COLLECTOR);
  const register = (name: string) =>
    archive.ask(
      COLLECTOR,
      `mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id code version } } }`,
      { input: { name, kind: "ENTERPRISE", importance: "B" } },
    );

  test("as soon as it is registered, under its new name once renamed, and by the branch it is moved to", async () => {
    const { data } = await register("夔门测绘有限公司");
    const { id, code, version } = data.registerCustomer.customer;
    expect(await codeOf("kuimen")).toEqual([code]);
    const renamed = await archive.ask(
      COLLECTOR,
      `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } } }`,
      { input: { id, version, name: "瞿塘测绘有限公司" } },
    );
    expect(renamed.errors).toBeUndefined();
    expect(await codeOf("夔门")).toEqual([]);
    expect(await codeOf("qutang")).toEqual([code]);
    const moved = await archive.ask(
      "archivist",
      `mutation ($input: TransferCustomerInput!) { transferCustomer(input: $input) { customer { id } } }`,
      { input: { id, version: version + 1, branchCode: "BJ", reason: "moved" } },
    );
    expect(moved.errors).toBeUndefined();
    expect(await codeOf("瞿塘")).toEqual([]);
    expect(await search("瞿塘", "collector2")).toEqual([code]);
  });

  test("by a name of 200 characters, half of them with several readings", async () => {
    const [several, sole] = [
      "乐重行长朝会石都曾单仇解区任尹盖查柏宓谌",
      (i: number) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
    ];
    const half = Array.from({ length: 98 }, (_, i) => `${several[(i * 7) % several.length]}${sole(i)}`);
    const name = `${half.join("")}有限公司`;
    expect(name).toHaveLength(200);
    const { data } = await register(name);
    expect(await codeOf(name)).toEqual([data.registerCustomer.customer.code]);
  });

  test("after its entry was taken away: the next start makes it again, before it serves", async () => {
    const before = await codeOf("chongqing");
    expect(before).toContain("T-CHONGQING");
    await archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows("delete from search_entry", []));
    expect(await codeOf("chongqing")).toEqual([]);
    await fillSearch(archive.database);
    expect(await codeOf("chongqing")).toEqual(before);
  });
});
