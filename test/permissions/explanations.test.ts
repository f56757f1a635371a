import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  CATEGORIES,
  CATEGORY_OF_TYPE,
  clauseOf,
  FIELDS,
  gradeAt,
  levelOfText,
  mostAt,
  ROLES,
  rowsOf,
  textsAt,
} from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf } from "./oracle/stored.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const COORDINATES = [...FIELDS.keys()];
const AT_ONCE = 50;

const categoriesOf = (coordinate: string) => {
  const category = CATEGORY_OF_TYPE[coordinate.split(".")[0] ?? ""];
  return category === undefined ? CATEGORIES : [category];
};

/** How a role is told texts are shown, kind by kind. */
const textsOf = (role: string, coordinate: string) =>
  gradeAt(coordinate).grade !== "RECORD"
    ? []
    : textsAt(coordinate, categoriesOf(coordinate)).map((text) => ({
        category: text.category,
        field: text.field,
        level: levelOfText(role, text),
      }));

const TEXTS = "texts { category field level }";

/** Of many coordinates, by aliases. */
const askAll = async <T>(username: string, field: string, selection: string): Promise<Map<string, T>> => {
  const found = new Map<string, T>();
  for (let from = 0; from < COORDINATES.length; from += AT_ONCE) {
    const part = COORDINATES.slice(from, from + AT_ONCE);
    const fields = part.map((coordinate, i) => `a${i}: ${field}(coordinate: "${coordinate}") { ${selection} }`);
    const { data, text } = await scene.archive.ask(username, `{ ${fields.join(" ")} }`);
    if (!data) throw new Error(text);
    part.forEach((coordinate, i) => void found.set(coordinate, data[`a${i}`]));
  }
  return found;
};

interface Told {
  readonly level: string;
  readonly texts: readonly { readonly level: string }[];
  readonly grade: string;
  readonly clause: string;
  readonly opens: readonly string[];
  readonly allowedUses: readonly string[];
}

describe.each(ROLES)("To a %s", (role) => {
  it("is explained of every field how it is shown, by which grade and clause", async () => {
    const told = await askAll<Told>(
      role.toLowerCase(),
      "explainAccess",
      `level grade clause ${TEXTS} opens allowedUses`,
    );
    for (const [coordinate, { level, grade, clause, texts, opens, allowedUses }] of told) {
      const expected = mostAt(role, coordinate, categoriesOf(coordinate));
      expect([coordinate, level, grade, clause, texts]).toEqual([
        coordinate,
        expected,
        gradeAt(coordinate).grade,
        clauseOf(gradeAt(coordinate).grade),
        textsOf(role, coordinate),
      ]);
      const seesAll = level === "FULL" && texts.every((text) => text.level === "FULL");
      expect([coordinate, opens.length === 0]).toEqual([coordinate, seesAll]);
      expect([coordinate, allowedUses.includes("project")]).toEqual([coordinate, level !== "DENIED"]);
      if (gradeAt(coordinate).grade !== "RECORD")
        expect([coordinate, allowedUses.includes("filter")]).toEqual([coordinate, level === "FULL"]);
    }
  });
});

describe("An auditor", () => {
  it("is told of every field which role is shown how much of it", async () => {
    const told = await askAll<object[]>("auditor", "whoCanSee", `role level rows ${TEXTS}`);
    for (const [coordinate, each] of told)
      expect([coordinate, ...each]).toEqual([
        coordinate,
        ...ROLES.map((role) => ({
          role,
          level: mostAt(role, coordinate, categoriesOf(coordinate)),
          rows: rowsOf(role).toUpperCase(),
          texts: textsOf(role, coordinate),
        })),
      ]);
  });
});

describe("An explanation", () => {
  const QUERY = `query ($customerId: ID) { explainAccess(coordinate: "ContactRecord.mobile", customerId: $customerId) {
    level otherwise cells { grade cell } boundRecords opens } }`;

  test("names the cell of the table and what would open it", async () => {
    const { data } = await scene.archive.ask("clerk", QUERY);
    expect(data.explainAccess).toMatchObject({
      level: "TASK_BOUND",
      otherwise: "MASKED",
      cells: [{ grade: "CONTACT", cell: "T/M" }],
      boundRecords: null,
    });
    expect(data.explainAccess.opens.join(" ")).toContain("COLLECTOR, REVIEWER, COMPLIANCE");
  });

  test("of a text about records names all that it may quote", async () => {
    const query = `{ explainAccess(coordinate: "FinancialStatement.screening") {
      cells { grade cell } level allowedUses opens texts { category field cells { grade cell } level } } }`;
    const { data } = await scene.archive.ask("analyst", query);
    const [financial, identity] = [
      { grade: "FINANCIAL", cell: "F" },
      { grade: "IDENTITY", cell: "–" },
    ];
    expect(data.explainAccess).toEqual({
      cells: [financial, identity],
      level: "FULL",
      allowedUses: ["project"],
      opens: ["Acting in a role that is shown it in full: REVIEWER."],
      texts: [
        { category: "FINANCIAL", field: null, cells: [financial], level: "FULL" },
        { category: "FINANCIAL", field: "bankAccount", cells: [financial, identity], level: "DENIED" },
      ],
    });
  });

  test("counts the records of a customer that my work opens", async () => {
    const { world, archive } = scene;
    const { id, branch_id } = world.account("collector");
    const own = new Set(world.all.customer.filter((each) => each.branch_id === branch_id).map((each) => each.id));
    const drafts = world.all.information_record.filter(
      ({ collected_by, seal, category, customer_id }) =>
        collected_by === id && seal === null && category === "OPERATION" && own.has(customer_id),
    );
    const ofOne = drafts.filter(({ customer_id }) => customer_id === drafts[0]?.customer_id);
    const customerId = idOf("customer", drafts[0]?.customer_id);
    const query = `query ($customerId: ID) {
      explainAccess(coordinate: "OperationRecord.employees", customerId: $customerId) { level boundRecords } }`;
    const mine = await archive.ask("collector", query, { customerId });
    expect(mine.data.explainAccess).toEqual({ level: "TASK_BOUND", boundRecords: ofOne.length });
    const others = await archive.ask("reviewer", query, { customerId });
    expect(others.data.explainAccess).toEqual({ level: "FULL", boundRecords: 0 });
  });

  test("says the same of another branch's customer as of none", async () => {
    const { world, archive } = scene;
    const { branch_id } = world.account("clerk");
    const foreign = world.all.customer.find((customer) => customer.branch_id !== branch_id);
    const [theirs, nobodys] = [foreign?.id, randomUUID()].map((id) =>
      archive.ask("clerk", QUERY, { customerId: idOf("customer", id) }),
    );
    expect((await theirs)?.text).toBe((await nobodys)?.text);
    expect((await theirs)?.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test.each(["ContactRecord.none", "mobile", "__Type.name", "constructor"])(
    "is not given of %s, which is nothing",
    async (name) => {
      const { errors } = await scene.archive.ask("auditor", `{ explainAccess(coordinate: "${name}") { level } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "coordinate" });
      expect(errors?.[0]?.extensions.help).not.toContain(name);
    },
  );
});
