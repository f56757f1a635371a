import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Session } from "../../src/db/database.js";
import { account, branch, customer } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { givenCustomer, givenRecord } from "./given.js";

const statements: string[] = [];
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ onStatement: (text) => statements.push(text) });
});
afterAll(() => database.close());
beforeEach(() => {
  statements.length = 0;
});

const read = <T>(work: (session: Session) => Promise<T>) => database.withViewer(SYSTEM, "READ", work);
const write = <T>(work: (session: Session) => Promise<T>) => database.withViewer(SYSTEM, "WRITE", work);
const answerTo = async (expression: string, ...values: unknown[]): Promise<unknown> => {
  const [row] = await read(({ rows }) => rows<{ value: unknown }>(`select ${expression} as value`, values));
  return row?.value;
};
const branchesOf = (code: string) => read(({ orm }) => orm.select().from(branch).where(eq(branch.code, code)));

describe("what comes back", () => {
  test.each([
    ["1234567890123456789.0100::numeric(24,4)", "1234567890123456789.0100"],
    ["9007199254740993::int8", "9007199254740993"],
    ["'2026-06-30 10:00:00.123456+08'::timestamptz", "2026-06-30 02:00:00.123456+00"],
    ["'2026-06-30 10:00:00.5'::timestamp", "2026-06-30 10:00:00.5"],
    ["'2026-06-30'::date", "2026-06-30"],
    ["array['2026-06-30'::date, null]", ["2026-06-30", null]],
    ["array[1.10::numeric]", ["1.10"]],
    ["array['2026-06-30 10:00:00+08'::timestamptz]", ["2026-06-30 02:00:00+00"]],
    ["'infinity'::timestamptz", "infinity"],
    ["7::int", 7],
    ["true", true],
    ["0.5::float8", 0.5],
    ["null::text", null],
    [`'{"a":[1,{"b":null}]}'::jsonb`, { a: [1, { b: null }] }],
    ["json_build_object('amount', 1.10::numeric::text)", { amount: "1.10" }],
    ["array['AAA','D']::credit_rating[]", ["AAA", "D"]],
    ["'{}'::text[]", []],
    [
      "array[array[1,2],array[3,4]]",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "array['NULL', null, '', 'a,b', '{c}', 'd\"e', 'f\\g', '张伟']",
      ["NULL", null, "", "a,b", "{c}", 'd"e', "f\\g", "张伟"],
    ],
  ])("%s", async (expression, expected) => {
    expect(await answerTo(expression)).toEqual(expected);
  });
});

describe("what is sent", () => {
  const words = ["张伟", "a,b", 'say "hi"', "back\\slash", "{brace}", "NULL", "", " space ", null, "line\nbreak"];

  test("an array of texts arrives as it was, whatever is in it", async () => {
    expect(await answerTo("$1::text[]", words)).toEqual(words);
    expect(await answerTo("'张伟' = any($1::text[])", words)).toBe(true);
    expect(await answerTo("cardinality($1::text[])", [])).toBe(0);
  });

  test("arrays of identifiers, numbers, enumerations and booleans are arrays, too", async () => {
    const id = "0190b3c5-0000-7000-8000-000000000001";
    expect(await answerTo("$1::uuid = any($2::uuid[])", id, [id])).toBe(true);
    expect(await answerTo("$1::int[]", [1, null, 3])).toEqual([1, null, 3]);
    expect(await answerTo("$1::credit_rating[]", ["AAA", "B"])).toEqual(["AAA", "B"]);
    expect(await answerTo("$1::bool[]", [true, false])).toEqual([true, false]);
  });

  test("an instant keeps its microseconds", async () => {
    expect(await answerTo("$1::timestamptz", "2026-06-30 02:00:00.123456+00")).toBe("2026-06-30 02:00:00.123456+00");
  });

  test("booleans, numbers, documents and null are themselves", async () => {
    expect(await answerTo("$1::bool", false)).toBe(false);
    expect(await answerTo("$1::int + 1", 41)).toBe(42);
    expect(await answerTo("$1::jsonb", { a: ["张"] })).toEqual({ a: ["张"] });
    expect(await answerTo("$1::text is null", null)).toBe(true);
  });

  test("a value that is undefined is refused", async () => {
    await expect(answerTo("$1::text", undefined)).rejects.toThrow(/undefined/);
  });

  test("every statement is heard once, the orm's as well, and nothing else is", async () => {
    await write(async ({ orm, rows }) => {
      await orm.select({ id: branch.id }).from(branch);
      await orm.transaction((inner) => inner.select({ code: branch.code }).from(branch));
      await rows("select 1", []);
    });
    expect(statements).toEqual(['select "id" from "branch"', 'select "code" from "branch"', "select 1"]);
  });
});

describe("the orm", () => {
  test("writes and reads lists, exact numbers and instants as the tables say", async () => {
    const given = await write(({ orm }) => givenCustomer(orm));
    const money = { rating: "AA", score: "88.50", creditLimit: "1234567890123456.7800" } as const;
    await write(({ orm }) => givenRecord(orm, given, { category: "CREDIT", ...money }));
    const [person] = await read(({ orm }) => orm.select().from(account).where(eq(account.id, given.accountId)));
    const [firm] = await read(({ orm }) => orm.select().from(customer).where(eq(customer.id, given.customerId)));
    expect(person).toMatchObject({ roles: ["CLERK"], qualifications: [], demo: false, disabledAt: null, version: 1 });
    expect(firm).toMatchObject({ creditRating: "AA", creditLimit: "1234567890123456.7800", riskClass: "LOW" });
    expect(person?.createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/);
  });
});

describe("a WRITE", () => {
  test("is there when it has resolved", async () => {
    expect(
      await write(({ orm }) =>
        orm
          .insert(branch)
          .values({ code: "KEPT", name: "x" })
          .then(() => "done"),
      ),
    ).toBe("done");
    expect(await branchesOf("KEPT")).toHaveLength(1);
  });

  test("is undone when it throws, what went through rows() included", async () => {
    const failing = write(async ({ orm, rows }) => {
      await orm.insert(branch).values({ code: "UNDONE", name: "x" });
      await rows("update branch set name = $1 where code = 'KEPT'", ["changed"]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await branchesOf("UNDONE")).toEqual([]);
    expect(await branchesOf("KEPT")).toMatchObject([{ name: "x" }]);
  });

  test("that swallows an error of the database is refused, not lost in silence", async () => {
    const swallowing = write(async ({ orm, rows }) => {
      await orm.insert(branch).values({ code: "SWALLOWED", name: "x" });
      await rows("select 1 / 0", []).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow();
    expect(await branchesOf("SWALLOWED")).toEqual([]);
  });

  test("may lose a part and keep the rest", async () => {
    await write(async ({ orm }) => {
      await orm.insert(branch).values({ code: "REST", name: "x" });
      const part = orm.transaction((inner) => inner.insert(branch).values({ code: "REST", name: "again" }));
      await part.catch(() => {});
    });
    expect(await branchesOf("REST")).toMatchObject([{ name: "x" }]);
  });

  test("does not mix with those beside it", async () => {
    await write(({ orm }) => orm.insert(branch).values({ code: "COUNTER", name: "0" }));
    const increment = ({ rows }: Session) =>
      rows("update branch set name = (name::int + 1)::text where code = 'COUNTER' returning name", []);
    const seen = await Promise.all(Array.from({ length: 20 }, () => write(increment)));
    expect(await branchesOf("COUNTER")).toMatchObject([{ name: "20" }]);
    expect(new Set(seen.map((result) => JSON.stringify(result))).size).toBe(20);
  });
});
