import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

// biome-ignore lint/suspicious/noExplicitAny: rows as they are stored
type Row = any;

const HOUR = 3_600_000;
let now = SEEDED_AT;
let archive: Archive;
let customers: Row[];
let facts: Row[];

const run = (text: string): Promise<Row[]> =>
  archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows<Row>(text, []));

beforeAll(async () => {
  archive = await openArchive({ now: () => now, env: { REPORT_MEMORY_DAYS: "1" } });
  customers = await run("select * from customer");
  facts = await run("select * from customer_fact");
});
afterAll(() => archive.close());

/** Every test begins when all reports asked before are forgotten. */
beforeEach(() => {
  now = new Date(now.getTime() + 25 * HOUR);
});

const DOCUMENT = `query ($input: ArchiveStatisticsInput!) { archiveStatistics(input: $input) { suppressedGroups
  groups { keys { value } values { measure value } } } }`;

const tokens = new Map<string, Promise<string>>();

const tokenOf = async (username: string): Promise<string> => {
  const query = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
  const { data } = await archive.ask(null, query, { input: { username, password: SEEDED_PASSWORD } });
  return data.login.token;
};

/** The clock is moved past the end of every session. */
const signedIn = async (username: string): Promise<Record<string, string>> => {
  const day = `${username} ${now.toISOString()}`;
  const token = tokens.get(day) ?? tokenOf(username);
  tokens.set(day, token);
  return { authorization: `Bearer ${await token}` };
};

const as = async (username: string, query: string, variables: object) =>
  archive.ask(null, query, variables, await signedIn(username));

const ask = (input: object, username = "reporter") =>
  as(username, DOCUMENT, { input: { groupBy: [], measures: ["CUSTOMERS"], ...input } });

const outcome = async (input: object, username = "reporter"): Promise<string> =>
  (await ask(input, username)).errors?.[0]?.extensions.code ?? "answered";

const provinceOf = ({ region }: Row): string => (region ?? "").slice(0, 2);
const countsBy = (keyOf: (row: Row) => string, rows = customers): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};

const KINDS = ["ENTERPRISE", "BRANCH_OFFICE", "SOLE_TRADER", "OTHER"];

/** A province, and the same without a kind of which it has so many: both are five customers at least. */
const withAndWithout = (rows: Row[], isLeft: (customers: number) => boolean) => {
  const all = countsBy(provinceOf, rows);
  const counts = countsBy((row) => `${provinceOf(row)} ${row.kind}`, rows);
  for (const [key, count] of counts) {
    const [province = "", kind = ""] = key.split(" ");
    if (province === "" || !isLeft(count) || (all.get(province) ?? 0) - count < 5) continue;
    return [{ province: [province] }, { province: [province], kind: KINDS.filter((each) => each !== kind) }] as const;
  }
  throw new Error("the demo data has no such province");
};

const few = (count: number): boolean => count < 5;

describe("two reports whose difference is fewer than five customers are not both answered to one viewer", () => {
  test("all, and all but a province of few", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    expect(await outcome({ filter: all })).toBe("answered");
    const { errors, data } = await ask({ filter: allBut });
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      coordinate: "Query.archiveStatistics",
      use: "aggregate",
      help: expect.stringMatching(/Together with a report you were answered/),
    });
  });

  test("in whichever order they are asked", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    expect(await outcome({ filter: allBut })).toBe("answered");
    expect(await outcome({ filter: all })).toBe("FORBIDDEN");
    expect(await outcome({ filter: all, groupBy: ["CITY"] })).toBe("FORBIDDEN");
  });

  test("what was refused once is no reason to refuse", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    expect(await outcome({ filter: all })).toBe("answered");
    expect(await outcome({ filter: allBut })).toBe("FORBIDDEN");
    expect(await outcome({ filter: all, groupBy: ["STATUS"] })).toBe("answered");
    expect(await outcome({ filter: all })).toBe("answered");
  });

  test("customers with records of either of two states, and of one of them as a group of a table of both", async () => {
    const having = new Map<string, Set<string>>();
    for (const { status, customer_id } of await run("select status, customer_id from information_record"))
      having.set(status, (having.get(status) ?? new Set()).add(customer_id));
    const pairs = [...having].flatMap(([one, some]) =>
      [...having].flatMap(([other, more]) => {
        const left = [...more].filter((id) => !some.has(id)).length;
        return left > 0 && left < 5 && some.size >= 5 && more.size >= 5 ? [[one, other]] : [];
      }),
    );
    const [recordStatus] = pairs;
    const [total, table] = [{ filter: { recordStatus } }, { filter: { recordStatus }, groupBy: ["RECORD_STATUS"] }];
    expect(await outcome(total)).toBe("answered");
    expect(await outcome(table)).toBe("FORBIDDEN");
    // Records are in one group each, and add up.
    const counted = { measures: ["RECORDS"] };
    expect(await outcome({ ...total, ...counted }, "reviewer")).toBe("answered");
    expect(await outcome({ ...table, ...counted }, "reviewer")).toBe("answered");
  });

  test("all, and all but a province of five or more, are both answered", async () => {
    const [all, allBut] = withAndWithout(customers, (count) => count >= 5);
    expect(await outcome({ filter: all })).toBe("answered");
    expect(await outcome({ filter: allBut })).toBe("answered");
  });

  test("a table that adds up to what a filter leaves", async () => {
    const [, allBut] = withAndWithout(customers, few);
    expect(await outcome({ groupBy: ["PROVINCE"] })).toBe("answered");
    expect(await outcome({ groupBy: ["KIND"], filter: allBut })).toBe("FORBIDDEN");
  });

  test("another viewer is answered, and one who asks for another branch's customers is not told of them", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    expect(await outcome({ filter: all })).toBe("answered");
    expect(await outcome({ filter: allBut }, "analyst")).toBe("answered");
    expect(await outcome({ filter: all }, "analyst")).toBe("FORBIDDEN");
    expect(await outcome({ filter: all }, "compliance")).toBe("answered");
  });

  test("asked for at once, in one request or in several, one of them is answered", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    const both = await Promise.all([outcome({ filter: all }), outcome({ filter: allBut })]);
    expect(both.sort()).toEqual(["FORBIDDEN", "answered"]);
    now = new Date(now.getTime() + 25 * HOUR);
    const aliases = `query ($a: ArchiveStatisticsInput!, $b: ArchiveStatisticsInput!) {
      a: archiveStatistics(input: $a) { suppressedGroups } b: archiveStatistics(input: $b) { suppressedGroups } }`;
    const plain = { groupBy: [], measures: ["CUSTOMERS"], filter: all };
    const { data, errors } = await as("reporter", aliases, {
      a: plain,
      b: { ...plain, filter: allBut },
    });
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
  });

  test("a sum that fewer than five bring in by the difference, though the groups differ by more", async () => {
    // All customers of a kind but one lose their limit.
    const [all, allBut] = withAndWithout(facts, (count) => count >= 6);
    const isLeft = (row: Row) => provinceOf(row) === all.province[0] && !allBut.kind.includes(row.kind);
    const [kept, ...others] = facts.filter(isLeft).map(({ customer_id }) => `'${customer_id}'`);
    expect(kept).toBeDefined();
    await run(
      `update customer_fact set credit_limit = null, credit_limit_currency = null where customer_id in (${others.join(", ")})`,
    );
    expect(await outcome({ filter: all, measures: ["CUSTOMERS"] })).toBe("answered");
    expect(await outcome({ filter: allBut, measures: ["CREDIT_LIMIT_SUM"] })).toBe("answered");
    expect(await outcome({ filter: all, measures: ["CREDIT_LIMIT_MEAN"] })).toBe("FORBIDDEN");
  });

  /** Customers alike in one thing of whom fewer than five, and not all others, have no record in a state. */
  const nearlyAll = (held: Row[]) => {
    const of = new Map(customers.map((row) => [row.id, row]));
    for (const dimension of ["kind", "importance", "status"]) {
      const all = countsBy((row) => row[dimension]);
      const counts = countsBy((row) => `${of.get(row.customer_id)[dimension]} ${row.name}`, held);
      for (const [key, count] of counts) {
        const [value = "", name = ""] = key.split(" ");
        const missing = (all.get(value) ?? 0) - count;
        if (count >= 5 && missing > 0 && missing < 5) return { alike: { [dimension]: [value] }, name: [name] };
      }
    }
    throw new Error("the demo data has no such group");
  };

  test("a sum that one customer nearly alone brings in by the difference", async () => {
    const measures = ["GUARANTEES_GIVEN_SUM"];
    const isDominated = (of: readonly Row[]): boolean => {
      const amounts = of.flatMap(({ guarantees_given: x }) => (x === null ? [] : [Math.abs(Number(x))]));
      return amounts.length >= 5 && Math.max(...amounts) > 0.85 * amounts.reduce((a, b) => a + b, 0);
    };
    const kinds = [...new Set(customers.map(({ kind }) => kind))];
    const ofKind = (kind: string) => {
      const ids = new Set(customers.filter((row) => row.kind === kind).map(({ id }) => id));
      return facts.filter(({ customer_id }) => ids.has(customer_id));
    };
    const [alone] = kinds.filter((kind) => isDominated(ofKind(kind)));
    expect(alone).toBeDefined();
    const others = { measures, filter: { kind: kinds.filter((kind) => kind !== alone) } };
    expect(await outcome({ measures })).toBe("answered");
    expect(await outcome(others)).toBe("FORBIDDEN");
  });

  test("customers, and those of them that have a record in a state", async () => {
    const { alike, name } = nearlyAll(
      await run("select distinct customer_id, status::text as name from information_record"),
    );
    expect(await outcome({ filter: alike })).toBe("answered");
    expect(await outcome({ filter: { ...alike, recordStatus: name } })).toBe("FORBIDDEN");
    expect(await outcome({ filter: { ...alike, recordStatus: name }, measures: ["RECORDS"] })).toBe("answered");
  });

  test("records of few customers that a filter leaves out", async () => {
    const held = await run(
      "select left(c.region, 2) as province, r.status::text as name, count(distinct c.id)::int as n, count(*)::int as records from information_record r join customer c on c.id = r.customer_id where c.region is not null group by 1, 2",
    );
    const rare = held.find(
      ({ province, n }) => n < 5 && held.some((other) => other.province === province && other.n >= 5),
    );
    expect(rare).toBeDefined();
    const recordStatus = held
      .filter(({ province, name }) => province === rare.province && name !== rare.name)
      .map(({ name }) => name);
    const province = [rare.province];
    expect(await outcome({ measures: ["RECORDS"], filter: { province } })).toBe("answered");
    expect(await outcome({ measures: ["RECORDS"], filter: { province, recordStatus } })).toBe("FORBIDDEN");
  });
});

describe("how far it reaches", () => {
  test("as many days as it is set to, and then a report is forgotten", async () => {
    const [all, allBut] = withAndWithout(customers, few);
    expect(await outcome({ filter: all })).toBe("answered");
    now = new Date(now.getTime() + 23 * HOUR);
    expect(await outcome({ filter: allBut })).toBe("FORBIDDEN");
    now = new Date(now.getTime() + 2 * HOUR);
    expect(await outcome({ filter: allBut })).toBe("answered");
    expect(
      await run("select count(*)::int as n from answered_report where answered_at < now() - interval '99 years'"),
    ).toEqual([{ n: 0 }]);
  });

  test("a report asked again the same day is not held against anything again", async () => {
    expect(await outcome({ groupBy: ["KIND"] })).toBe("answered");
    archive.sent();
    expect(await outcome({ groupBy: ["KIND"] })).toBe("answered");
    expect(archive.sent()).toHaveLength(1);
  });

  test("what is remembered is what was asked, and no figure", async () => {
    expect(await outcome({ groupBy: ["KIND"], filter: { status: ["ACTIVE"] } })).toBe("answered");
    const kept = await run("select report from answered_report order by answered_at desc limit 1");
    expect(kept).toEqual([
      {
        report: {
          subject: "CUSTOMERS",
          branch: null,
          groupBy: ["KIND"],
          measures: ["CUSTOMERS"],
          filter: { STATUS: ["ACTIVE"] },
        },
      },
    ]);
  });

  test("two hundred different reports, and then one of these again", async () => {
    const of = (n: number) => ({ filter: { city: [String(1000 + n)] } });
    for (let n = 0; n < 200; n += 10)
      await Promise.all(Array.from({ length: 10 }, async (_, i) => expect(await outcome(of(n + i))).toBe("answered")));
    const { errors } = await ask(of(200));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", of: "reports", limit: 200 });
    expect(await outcome(of(7))).toBe("answered");
    now = new Date(now.getTime() + 20 * HOUR);
    expect(await outcome(of(7))).toBe("answered");
  });
});
