import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATEGORY_OF_TYPE, FIELDS, ROLES, rowsOf, textsAt } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { grouped, levelShown } from "./shown/levels.js";
import { type Look, looksOf } from "./shown/looks.js";
import { type Planted, plant } from "./shown/planted.js";
import { explained, kindOf, SAID, type Told, toldOf } from "./shown/told.js";

let scene: Scene;
let planted: Planted[];
beforeAll(async () => {
  scene = await openScene();
  planted = await plant(
    scene,
    ROLES.map((role) => role.toLowerCase()),
  );
});
afterAll(() => scene.archive.close());

const whoCanSee = <T>(coordinates: readonly string[]) =>
  explained<T>(scene, "auditor", coordinates, { field: "whoCanSee", selection: `role ${SAID}` });

/** How every kind is shown to a role by what it was answered; where rows cannot tell it is left out. */
const shownTo = (looks: readonly Look[]): Map<string, string> =>
  new Map(
    [...grouped(looks, ({ coordinate, category, field }) => kindOf(coordinate, category, field))].flatMap(
      ([kind, all]): [string, string][] => {
        const level = levelShown(all);
        return level === null ? [] : [[kind, level]];
      },
    ),
  );

const among = (told: readonly [string, string][], shown: ReadonlyMap<string, string>) =>
  Object.fromEntries(told.filter(([kind]) => shown.has(kind)));

const seen = new Map<string, ReadonlyMap<string, string>>();

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("A %s", (role, username) => {
  test("is shown every kind of row as explainAccess says, and as an auditor is told by whoCanSee", async () => {
    const looks = await looksOf(scene, planted, username);
    const shown = shownTo(looks);
    seen.set(role, shown);
    const coordinates = [...new Set(looks.map(({ coordinate }) => coordinate))];
    const asks = { field: "explainAccess", selection: `otherwise ${SAID}` };
    const mine = await explained<Told>(scene, username, coordinates, asks);
    const told = [...mine].flatMap(([coordinate, each]) => toldOf(coordinate, each));
    expect(among(told, shown)).toEqual(Object.fromEntries(shown));
    for (const [coordinate, each] of await whoCanSee<(Told & { role: string })[]>(coordinates)) {
      const { otherwise: _, ...same } = mine.get(coordinate) ?? {};
      expect([coordinate, each.find((one) => one.role === role)]).toEqual([coordinate, { role, ...same }]);
    }
  }, 300_000);
});

describe("whoCanSee", () => {
  test("was held against an answer of every text of every kind that rows may have, and of every graded field", () => {
    const met = seen.get("REVIEWER") ?? new Map();
    const kinds = [...FIELDS].flatMap(([coordinate, { grade }]) => {
      const [type = ""] = coordinate.split(".");
      if (/Payload$|^CreditProposal$/.test(type) || ["PUBLIC", "INTERNAL", "CARRIED"].includes(grade)) return [];
      if (grade !== "RECORD") return [coordinate];
      const category = CATEGORY_OF_TYPE[type];
      const categories = category === undefined ? Object.values(CATEGORY_OF_TYPE) : [category];
      return textsAt(coordinate, [...new Set(categories)]).map((text) => kindOf(coordinate, text.category, text.field));
    });
    expect(kinds.filter((kind) => !met.has(kind))).toEqual([]);
  });

  test("says of what collecting answers the same as of the record", async () => {
    const payloads = Object.entries(CATEGORY_OF_TYPE).filter(([type]) => type.endsWith("Payload"));
    for (const [payload, category] of payloads) {
      const record = Object.entries(CATEGORY_OF_TYPE).find(
        ([type, code]) => code === category && type !== payload,
      )?.[0];
      const both = [`${payload}.screening`, `${record}.screening`];
      const [ofPayload, ofRecord] = [...(await whoCanSee(both)).values()];
      expect(ofPayload).toEqual(ofRecord);
    }
  });
});

const WITH_PARTS: Readonly<Record<string, string>> = {
  screening: "screening { message }",
  findings: "findings { note }",
};

/** Every way to ask for a text of a row: the field, and what asks for it. */
const textsOf = (row: Planted): [coordinate: string, selection: string][] => {
  const type =
    row.type === "Record"
      ? (Object.entries(CATEGORY_OF_TYPE).find(([, code]) => code === row.category)?.[0] ?? "")
      : row.type;
  const own = [...FIELDS].flatMap(([coordinate, { grade }]): [string, string][] => {
    const [of = "", name = ""] = coordinate.split(".");
    return of === type && grade === "RECORD" ? [[coordinate, `... on ${type} { ${WITH_PARTS[name] ?? name} }`]] : [];
  });
  if (row.type !== "Record") return own;
  return [
    ...own,
    ["Source.reference", `... on ${type} { source { reference } }`],
    ["Evidence.name", `... on ${type} { evidence { name } }`],
    ["InformationRecord.screening", "... on InformationRecord { screening { message } }"],
  ];
};

/** Whether every kind of text a row of this category may hold is shown of it in full. */
const isWhole = (role: string, coordinate: string, { category, desk }: Planted): boolean =>
  textsAt(coordinate, [category]).every(({ field }) => {
    const level = seen.get(role)?.get(kindOf(coordinate, category, field));
    return level === "FULL" || (level?.startsWith("TASK_BOUND") === true && desk === "everybody's");
  });

/** One row of each kind is enough. */
const oneOfEach = (rows: readonly Planted[]): Planted[] => [
  ...new Map(rows.map((row) => [[row.type, row.category, row.field, row.desk].join(), row])).values(),
];

describe.each(ROLES.filter((role) => rowsOf(role) !== "none").map((role) => [role, role.toLowerCase()]))(
  "a %s who wants all or nothing (x-disclosure: strict)",
  (role, username) => {
    test("is answered just where all texts of a row's category are shown", async () => {
      const mine = planted.filter((row) => row.username === null || row.username === username);
      const each = oneOfEach(mine).flatMap((row) =>
        textsOf(row).map(([coordinate, asks]) => ({ row, coordinate, asks })),
      );
      const wrong: string[] = [];
      for (const { row, coordinate, asks } of each) {
        const query = `query ($id: ID!) { nodes(ids: [$id]) { ${asks} } }`;
        const strictly = { "x-disclosure": "strict" };
        const { data, status, errors } = await scene.archive.ask(username, query, { id: row.id }, strictly);
        const is = status === 200 && data?.nodes[0] != null ? "answered" : `${status} ${errors?.[0]?.extensions.code}`;
        const expected = isWhole(role, coordinate, row) ? "answered" : "403 FORBIDDEN";
        if (is !== expected) wrong.push(`${coordinate} of ${row.category}, ${row.desk}: ${is}, should be ${expected}`);
      }
      expect(each.length).toBeGreaterThan(100);
      expect(wrong).toEqual([]);
    }, 300_000);
  },
);
