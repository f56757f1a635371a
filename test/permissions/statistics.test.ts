import { getNamedType, isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellOf, MAY_ASK, ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { REPORTED, type Usable } from "./oracle/uses.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const DOCUMENT =
  "query ($input: ArchiveStatisticsInput!) { archiveStatistics(input: $input) { suppressedGroups groups { hidden values { measure value } } } }";

const USE: Readonly<Record<string, string>> = {
  StatisticsDimension: "group",
  StatisticsMeasure: "aggregate",
  StatisticsFilter: "filter",
};

const namesOf = (type: string): string[] => {
  const found = scene.schema.getType(type);
  if (isEnumType(found)) return found.getValues().map(({ name }) => name);
  return isInputObjectType(found) ? Object.keys(found.getFields()) : [];
};

/** Where no enumeration says what there is. */
const SAMPLES: Readonly<Record<string, string>> = {
  branch: "SH",
  month: "2026-01",
  province: "31",
  city: "3101",
  industrySection: "C",
};

const sampleOf = (filter: string): string => {
  const type = scene.schema.getType("StatisticsFilter");
  const leaf = isInputObjectType(type) ? getNamedType(type.getFields()[filter]?.type ?? type) : type;
  return isEnumType(leaf) ? (leaf.getValues()[0]?.name ?? "") : (SAMPLES[filter] ?? "");
};

/** A question that uses nothing else that is not open to everybody. */
const inputOf = ({ type, name }: Usable): object => {
  if (type === "StatisticsMeasure") return { groupBy: [], measures: [name] };
  if (type === "StatisticsDimension") return { groupBy: [name], measures: ["CUSTOMERS"] };
  return { groupBy: [], measures: ["CUSTOMERS"], filter: { [name]: [sampleOf(name)] } };
};

test("what reports may be made of is graded here, all of it", () => {
  const told = Object.keys(USE).flatMap((type) => namesOf(type).map((name) => `${type}.${name}`));
  expect(REPORTED.map(({ type, name }) => `${type}.${name}`).sort()).toEqual(told.sort());
});

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("a %s", (role, username) => {
  const mayAsk = MAY_ASK.archiveStatistics?.includes(role) ?? false;

  test("groups, adds up and filters by what is shown in full, and by nothing else", async () => {
    for (const usable of REPORTED) {
      const coordinate = `${usable.type}.${usable.name}`;
      scene.archive.sent();
      const { status, errors, data } = await scene.archive.ask(username, DOCUMENT, { input: inputOf(usable) });
      const sent = scene.archive.sent().length;
      const may = mayAsk && cellOf(role, usable.grade) === "F";
      const refused = mayAsk ? { coordinate, use: USE[usable.type] } : { coordinate: "Query.archiveStatistics" };
      // Which branches there are is asked before anything is counted.
      const statements = coordinate === "StatisticsFilter.branch" ? 2 : 1;
      if (may)
        expect({ coordinate, status, errors, sent }).toEqual({
          coordinate,
          status: 200,
          errors: undefined,
          sent: statements,
        });
      else
        expect({ status, data, sent, ...errors?.[0]?.extensions }).toMatchObject({
          status: 403,
          sent: 0,
          code: "FORBIDDEN",
          ...refused,
        });
    }
  });

  test("counts the customers of its scope: all, its branch's, and as a reporting tool all without seeing any", async () => {
    if (!mayAsk) return expect(role).toBe("ADMIN");
    const input = { groupBy: [], measures: ["CUSTOMERS"] };
    const { data } = await scene.archive.ask(username, DOCUMENT, { input });
    const { branch_id } = scene.world.account(username);
    const rows = role === "REPORTER" ? "all" : rowsOf(role);
    const mine = scene.world.all.customer.filter((each) => rows === "all" || each.branch_id === branch_id);
    expect(data.archiveStatistics.groups[0].values).toEqual([{ measure: "CUSTOMERS", value: String(mine.length) }]);
    const list = await scene.archive.ask(username, "{ customers(first: 1) { totalCount } }");
    expect(list.data.customers.totalCount).toBe(role === "REPORTER" ? 0 : mine.length);
  });
});
