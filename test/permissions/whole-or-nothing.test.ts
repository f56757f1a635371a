import { type GraphQLArgument, getNamedType, isEnumType, isInputObjectType, isNonNullType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../support/archive.js";
import { ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf } from "./oracle/stored.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const STRICT = { "x-disclosure": "strict" };
const OPEN = "{ customers(first: 3) { nodes { code name importance registration { legalName } } } }";
const PARTIAL = "{ customers(first: 3) { nodes { code contacts { mobile } creditAssessment { rating } } } }";

const error = ({ status, data, errors }: Answer): Readonly<Record<string, unknown>> => ({
  status,
  data: data ?? null,
  ...errors?.[0]?.extensions,
});

describe("who asks for all or nothing (x-disclosure: strict)", () => {
  test.each(ROLES.map((role) => role.toLowerCase()))("as a %s gets what is shown in full", async (username) => {
    const { status, errors } = await scene.archive.ask(username, OPEN, {}, STRICT);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  });

  test.each(ROLES.filter((role) => role !== "REVIEWER").map((role) => role.toLowerCase()))(
    "as a %s gets nothing where a part would be masked or withheld, and nothing is read",
    async (username) => {
      scene.archive.sent();
      const refused = error(await scene.archive.ask(username, PARTIAL, {}, STRICT));
      expect(refused).toMatchObject({ status: 403, data: null, code: "FORBIDDEN", use: "project" });
      expect(refused.coordinate).toMatch(/^(ContactRecord.mobile|CreditAssessment.rating)$/);
      expect(scene.archive.sent()).toEqual([]);
    },
  );

  test("gets nothing where rows about a graver field would be left out", async () => {
    const query = "{ customers(first: 1) { nodes { financialStatements { nodes { screening { field } } } } } }";
    const answer = await scene.archive.ask("analyst", query, {}, STRICT);
    expect(error(answer)).toMatchObject({ status: 403, coordinate: "FinancialStatement.screening" });
    const { extensions } = await scene.archive.ask("analyst", query);
    expect(extensions?.disclosures).toContainEqual(expect.objectContaining({ level: "DENIED", grade: "RECORD" }));
  });

  test("gets texts about records where those that were found are of categories the role reads, and only there", async () => {
    const query = `query ($category: CategoryCodeFilter) { verificationTasks(first: 30, filter: { category: $category }) {
      nodes { id returnReason findings { field note } } } }`;
    const ask = (category: object) => scene.archive.ask("clerk", query, { category }, STRICT);
    // The third time it is compiled.
    for (let times = 0; times < 3; times += 1) {
      const { status, data, extensions } = await ask({ eq: "REGISTRATION" });
      expect([status, data.verificationTasks.nodes.length > 5]).toEqual([200, true]);
      expect(data.verificationTasks.nodes.some(({ findings }: { findings: unknown[] }) => findings.length > 0)).toBe(
        true,
      );
      expect(extensions?.disclosures?.map(({ coordinate }) => coordinate)).toContain("VerificationTask.findings");
      const refused = await ask({ in: ["REGISTRATION", "FINANCIAL"] });
      expect(error(refused)).toMatchObject({ status: 403, data: null, code: "FORBIDDEN", use: "project" });
      expect(error(refused).coordinate).toMatch(/^VerificationTask\./);
      expect(refused.extensions).toBeUndefined();
    }
  });

  test("gets nothing of one root where texts of another are withheld", async () => {
    const one = scene.world.all.verification_task.find(
      ({ category }) => category === "CREDIT" || category === "FINANCIAL",
    );
    const query = `{ customers(first: 1) { nodes { name } } verificationTask(id: "${idOf("verification_task", one?.id)}") { returnReason } }`;
    const answer = await scene.archive.ask("auditor", query, {}, STRICT);
    expect(error(answer)).toMatchObject({ status: 403, data: null, coordinate: "VerificationTask.returnReason" });
    expect(answer.errors).toHaveLength(1);
  });

  test("writes nothing when the answer to the write would be partial", async () => {
    const query = `mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { code riskClass } } }`;
    const input = { name: "Strict", kind: "ENTERPRISE", importance: "C", code: "STRICT-1" };
    expect(error(await scene.archive.ask("collector", query, { input }, STRICT))).toMatchObject({ status: 403 });
    const { data } = await scene.archive.ask("reviewer", '{ customer(code: "STRICT-1") { id } }');
    expect(data.customer).toBeNull();
  });

  test.each([["Strict"], ["STRICT"], [" strict "]])("may write it %j", async (header) => {
    expect((await scene.archive.ask("auditor", PARTIAL, {}, { "x-disclosure": header })).status).toBe(403);
  });

  test("is told when it is anything else, instead of being given a part for the whole", async () => {
    const answer = await scene.archive.ask("auditor", PARTIAL, {}, { "x-disclosure": "full" });
    expect(error(answer)).toMatchObject({ data: null, code: "BAD_USER_INPUT" });
  });
});

const literalOf = ({ type, name }: GraphQLArgument | { type: GraphQLArgument["type"]; name: string }): string => {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? "";
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field)}`).join(", ")} }`;
  }
  if (named.name === "Date") return '"2026-01-01"';
  if (named.name === "Int") return "1";
  if (named.name === "DateTime") return '"2026-01-01T00:00:00Z"';
  if (named.name === "Decimal") return '"1"';
  return name === "ids"
    ? '["Y3U6MDBjOWYzNjYtZDZiNS04NGQ5LTgwM2MtZjUzZDU2ZjUyOGRk"]'
    : '"Y3U6MDBjOWYzNjYtZDZiNS04NGQ5LTgwM2MtZjUzZDU2ZjUyOGRk"';
};

const rootsOf = (operation: "query" | "mutation") => {
  const type = operation === "query" ? scene.schema.getQueryType() : scene.schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field) => {
    const args = field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => `${arg.name}: ${literalOf(arg)}`);
    const selection = "getFields" in getNamedType(field.type) ? " { __typename }" : "";
    return {
      name: field.name,
      document: `${operation} { ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${selection} }`,
    };
  });
};

describe("who has not signed in", () => {
  test("may sign in, and learn that they are nobody, and nothing else", async () => {
    const open: string[] = [];
    for (const { name, document } of [...rootsOf("query"), ...rootsOf("mutation")]) {
      scene.archive.sent();
      const { status, errors } = await scene.archive.ask(null, document);
      const refused = status === 401 && errors?.[0]?.extensions.code === "UNAUTHENTICATED";
      if (!refused || scene.archive.sent().length > 0) open.push(name);
    }
    expect(open).toEqual(["viewer", "login"]);
    expect((await scene.archive.ask(null, "{ viewer { username } }")).data).toEqual({ viewer: null });
  });

  test("gets nowhere by another root beside an open one", async () => {
    const answer = await scene.archive.ask(null, "{ viewer { id } a: informationCategories { code } }");
    expect(error(answer)).toMatchObject({ status: 401, data: null, code: "UNAUTHENTICATED" });
  });

  test("gets nowhere by a condition, a fragment or a name that looks open", async () => {
    for (const document of [
      "query ($yes: Boolean = true) { viewer { id } ... @include(if: $yes) { customers { totalCount } } }",
      "{ ...All } fragment All on Query { viewer: customers { totalCount } }",
      "mutation { login: logout }",
    ])
      expect(error(await scene.archive.ask(null, document))).toMatchObject({ status: 401, data: null });
  });
});
