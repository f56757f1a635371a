import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType, isListType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../support/archive.js";
import { cellOf, MAY_ASK, ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf } from "./oracle/stored.js";
import { FILTERABLE, ORDERABLE, type Usable } from "./oracle/uses.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

/** A list that takes this filter: the document asks for it with the filter as `$filter`, or as it stands. */
const LISTS: Readonly<Record<string, (filter: string) => string>> = {
  CustomerFilter: (filter) => `{ customers(first: 2, filter: ${filter}) { totalCount nodes { id } } }`,
  InformationRecordFilter: (filter) => `{ informationRecords(first: 2, filter: ${filter}) { totalCount } }`,
  FinancialStatementFilter: (filter) => `{ financialStatements(first: 2, filter: ${filter}) { nodes { id } } }`,
  VerificationTaskFilter: (filter) => `{ verificationTasks(first: 2, filter: ${filter}) { edges { node { id } } } }`,
  AccessEventFilter: (filter) => `{ accessEvents(first: 2, filter: ${filter}) { totalCount nodes { id } } }`,
  AccessReadFilter: (filter) => `{ accessEvents(first: 2, filter: { reads: ${filter} }) { totalCount } }`,
  ConflictFilter: (filter) => `{ conflicts(first: 2, filter: ${filter}) { totalCount } }`,
  TransactionFilter: (filter) =>
    `{ customers(first: 1) { nodes { transactions(first: 2, filter: ${filter}) { totalCount } } } }`,
};

const ORDERED: Readonly<Record<string, (order: string) => string>> = {
  CustomerOrderField: (order) => `{ customers(first: 2, orderBy: ${order}) { nodes { id } } }`,
  InformationRecordOrderField: (order) => `{ informationRecords(first: 2, orderBy: ${order}) { nodes { id } } }`,
  FinancialStatementOrderField: (order) => `{ financialStatements(first: 2, orderBy: ${order}) { nodes { id } } }`,
  VerificationTaskOrderField: (order) => `{ verificationTasks(first: 2, orderBy: ${order}) { nodes { id } } }`,
};

const inputFields = (type: string) => (scene.schema.getType(type) as GraphQLInputObjectType).getFields();

/** A value of a type of leaf, as it stands in a document. */
const sampleOf = (leaf: string): string => {
  const type = scene.schema.getType(leaf);
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  const samples: Readonly<Record<string, string>> = {
    ID: JSON.stringify(idOf("customer", scene.world.all.customer[0]?.id)),
    Date: '"2025-12-31"',
    DateTime: '"2026-01-01T00:00:00Z"',
    Decimal: '"1000000.5"',
    Boolean: "true",
    Int: "1",
  };
  return samples[leaf] ?? '"A"';
};

const ID_OF: Readonly<Record<string, "information_record" | "verification_task" | "account" | "conflict">> = {
  "AccessEventFilter.accountId": "account",
  "ConflictFilter.id": "conflict",
  "InformationRecordFilter.id": "information_record",
  "FinancialStatementFilter.id": "information_record",
  "VerificationTaskFilter.id": "verification_task",
  "InformationRecordFilter.collectedById": "account",
  "VerificationTaskFilter.assigneeId": "account",
};

/** Every way a field can be filtered by: each operator with a value. */
const conditionsOn = ({ type, name }: Usable): string[] => {
  const operators = getNamedType(inputFields(type)[name]?.type);
  if (!isInputObjectType(operators)) throw new Error(`${type}.${name} cannot be filtered by`);
  if (operators.name === "CustomerFilter") return [`{ ${name}: { code: { eq: "A" } } }`];
  if (operators.name === "AccessReadFilter") return [`{ ${name}: { coordinate: { eq: "A" } } }`];
  const table = ID_OF[`${type}.${name}`];
  return Object.values(operators.getFields()).map((operator) => {
    const leaf = getNamedType(operator.type).name;
    const sample = table ? JSON.stringify(idOf(table, scene.world.all[table][0]?.id)) : sampleOf(leaf);
    const value = operator.name === "isNull" ? "false" : isListType(operator.type) ? `[${sample}]` : sample;
    return `{ ${name}: { ${operator.name}: ${value} } }`;
  });
};

/** A literal as a variable has it. */
const asValue = (literal: string): unknown =>
  JSON.parse(
    literal
      .replace(/([{,]\s*)(\w+):/g, '$1"$2":')
      .replace(/([:[]\s*)(?!true|false)([A-Za-z_]+)(?=[\s,\]}])/g, '$1"$2"'),
  );

const refused = (coordinate: string, use: string) => ({ code: "FORBIDDEN", coordinate, use });

const outcome = ({ status, errors, data }: Answer) => {
  if (status === 200 && data != null && !errors) return "answered";
  const { help: _, ...said }: Record<string, unknown> = errors?.[0]?.extensions ?? {};
  return { status, ...said };
};

const isOfLedger = ({ type }: Usable): boolean => type.startsWith("Access");

/** Of a list that is for some roles only, whoever may not ask is refused the list, whatever it is filtered by. */
const mayAsk = (role: string, usable: Usable): boolean =>
  !isOfLedger(usable) || MAY_ASK.accessEvents?.includes(role) === true;

const mayUse = (role: string, usable: Usable): boolean => mayAsk(role, usable) && cellOf(role, usable.grade) === "F";

/** Who may use all there is of a list. */
const fullest = (usable: Usable): string => (isOfLedger(usable) ? "AUDITOR" : "REVIEWER");

describe("the uses that are graded here", () => {
  test("are all there are", () => {
    const names = (usable: readonly Usable[]) => usable.map(({ type, name }) => `${type}.${name}`).sort();
    const filters = Object.keys(LISTS).flatMap((type) =>
      Object.keys(inputFields(type)).map((name) => `${type}.${name}`),
    );
    expect(names(FILTERABLE)).toEqual(filters.filter((name) => !/\.(and|or|not)$/.test(name)).sort());
    const orders = Object.values(scene.schema.getTypeMap()).flatMap((type) =>
      isEnumType(type) && type.name.endsWith("OrderField")
        ? type.getValues().map((value) => `${type.name}.${value.name}`)
        : [],
    );
    expect(names(ORDERABLE)).toEqual(orders.sort());
  });
});

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("a %s", (role, username) => {
  /** Asked so, it is answered where the role has FULL; else refused by name, and nothing was sent to the database. */
  const judge = async (usable: Usable, use: string, ask: () => Promise<Answer>, where = usable) => {
    scene.archive.sent();
    const is = outcome(await ask());
    const statements = scene.archive.sent().length;
    const told = mayAsk(role, usable)
      ? refused(`${usable.type}.${usable.name}`, use)
      : refused("Query.accessEvents", "project");
    const expected = mayUse(role, usable) ? "answered" : { status: 403, ...told };
    expect({ where, is, quiet: statements === 0 }).toEqual({ where, is: expected, quiet: !mayUse(role, usable) });
  };

  const ask = (query: string, variables?: object) => scene.archive.ask(username, query, variables);

  /** `USES=all`, as .ci/run says: else what a role may use is looked at in its other forms by turns; what it may not, always. */
  const isMyTurn = (usable: Usable, i: number): boolean =>
    process.env.USES === "all" || !mayUse(role, usable) || (i + ROLES.indexOf(role)) % ROLES.length === 0;

  /** What everybody may use is looked at in every form as one role only. */
  const telling = (usable: readonly Usable[]): Usable[] =>
    usable.filter((each) => role === fullest(each) || !["PUBLIC", "INTERNAL"].includes(each.grade)).filter(isMyTurn);

  test("filters by what is shown in full, with every operator, and by nothing else", async () => {
    for (const usable of FILTERABLE) {
      const list = LISTS[usable.type] as (filter: string) => string;
      const conditions = conditionsOn(usable);
      const once = role !== fullest(usable) && (mayUse(role, usable) || !mayAsk(role, usable));
      for (const condition of once ? conditions.slice(0, 1) : conditions)
        await judge(usable, "filter", () => ask(list(condition)));
    }
  });

  test("filters so whether the filter stands in the document or in a variable", async () => {
    for (const usable of telling(FILTERABLE)) {
      const document = `query ($filter: ${usable.type}) ${LISTS[usable.type]?.("$filter")}`;
      const [condition = ""] = conditionsOn(usable);
      await judge(usable, "filter", () => ask(document, { filter: asValue(condition) }));
    }
  });

  test("filters so within and, or and not, however deep", async () => {
    for (const usable of telling(FILTERABLE).filter(({ type }) => "and" in inputFields(type))) {
      const [condition = ""] = conditionsOn(usable);
      const nested = `{ and: [{ or: [{ not: { and: [${condition}] } }, {}] }] }`;
      await judge(usable, "filter", () => ask(LISTS[usable.type]?.(nested) ?? ""));
    }
  });

  test("filters so through the customer of a record, a statement, a task, a conflict", async () => {
    for (const usable of telling(FILTERABLE).filter(({ type }) => type === "CustomerFilter"))
      for (const via of [
        "InformationRecordFilter",
        "FinancialStatementFilter",
        "VerificationTaskFilter",
        "ConflictFilter",
      ]) {
        const [condition = ""] = conditionsOn(usable);
        await judge(usable, "filter", () => ask(LISTS[via]?.(`{ not: { customer: ${condition} } }`) ?? ""));
      }
  });

  test("orders by what is shown in full, and by nothing else, in the document or in a variable", async () => {
    for (const [i, usable] of ORDERABLE.entries()) {
      const order = ORDERED[usable.type] as (order: string) => string;
      await judge(usable, "order", () => ask(order(`[{ field: ${usable.name}, direction: DESC }]`)));
      if (!isMyTurn(usable, i)) continue;
      const type = usable.type.replace("Field", "");
      const orderBy = [{ field: usable.name, direction: "ASC" }];
      await judge(usable, "order", () => ask(`query ($orderBy: [${type}!]) ${order("$orderBy")}`, { orderBy }));
    }
  });

  test("searches names, codes and credit codes, which are public", async () => {
    const { status, errors } = await ask('{ customers(first: 1, search: "上海") { totalCount } }');
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  });
});
