import { createRequire } from "node:module";
import { extendSchema, type GraphQLObjectType, type GraphQLSchema, isObjectType, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedBy, everyField } from "../../src/auth/asked.js";
import { type Policy, policyOf } from "../../src/auth/policy.js";
import { rulesOf } from "../../src/auth/rules.js";
import { operationOf } from "../../src/execution/plans.js";
import { type SecuredSchema, securedSchema } from "../../src/execution/secured-schema.js";
import { archiveSchema } from "../../src/resolvers/index.js";
import { sources } from "../architecture/sources.js";
import { type Archive, openArchive } from "../support/archive.js";

/** What graphql-shield does wrong, each with what keeps it out. */

const SECRET = "select password_hash from account where username = 'admin'";

let secured: SecuredSchema;
let archive: Archive;
beforeAll(async () => {
  secured = await securedSchema();
  const query = secured.schema.getQueryType() as GraphQLObjectType;
  const { currentNotice } = query.getFields();
  if (currentNotice === undefined) throw new Error("there is no such query");
  currentNotice.resolve = () => new Error(SECRET);
  archive = await openArchive({ secured: Promise.resolve(secured) });
});
afterAll(() => archive.close());

const rulesFile = (): string => sources().find(({ path }) => path === "src/auth/rules.ts")?.text ?? "";

/** A policy that allows everything, and hears what it is asked. */
const listening = (schema: GraphQLSchema): { policy: Policy; heard: string[] } => {
  const heard: string[] = [];
  const allows: Policy["allows"] = (role, coordinate, use) => {
    heard.push(`${role} ${coordinate} ${use}`);
    return true;
  };
  return { policy: { ...policyOf(schema), allows }, heard };
};

describe("rules on interfaces and unions are accepted and ignored:", () => {
  test("whatever is asked of an interface is decided on the types it stands for", () => {
    const document = parse(`{ nodes(ids: []) { id ... on InformationRecord { status seal corrects { id status } } }
      conflicts { nodes { records { seal } } } informationRecords { edges { node { disclosure } } } }`);
    const [definition] = document.definitions;
    if (definition?.kind !== "OperationDefinition") throw new Error("no operation");
    const asked = [...everyField(askedBy(operationOf(secured.schema, document, definition, {})))];
    const types = new Set(asked.map(({ coordinate }) => coordinate.split(".")[0] ?? ""));
    expect(types).toContain("FinancialStatement");
    expect([...types].filter((name) => !isObjectType(secured.schema.getType(name)))).toEqual([]);
  });

  test("its own middleware is put around root fields only, all of them", async () => {
    const { schema } = secured;
    for (const type of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(type?.getFields() ?? {})) {
        if (["viewer", "login", "currentNotice"].includes(field.name)) continue;
        // Without a plan nobody acts. It returns its refusals, which is an error to whoever runs it.
        const answer = await field.resolve?.({}, {}, { plan: undefined }, {} as never);
        expect([field.name, answer]).toEqual([field.name, expect.objectContaining({ code: "UNAUTHENTICATED" })]);
      }
    }
  });
});

describe("of graphql-shield nothing is used but rule, shield and deny:", () => {
  test("no `not`, which allows when its rule throws; no chain and race, which do not work in the build that loads", () => {
    const users = sources().filter(({ text }) =>
      /require[^\n]*graphql-shield|from "graphql-(shield|middleware)"/.test(text),
    );
    expect(users.map(({ path }) => path)).toEqual(["src/auth/rules.ts"]);
    expect(rulesFile()).toMatch(
      /const \{ rule, shield, deny \} = createRequire\(import\.meta\.url\)\("graphql-shield"\)/,
    );
    expect(rulesFile().match(/graphql-shield"/g)).toHaveLength(3);
  });

  test("its build of ES modules is not loaded, which newer Nodes cannot: types apart, it is required", () => {
    expect(rulesFile().match(/^import (?!type ).*graphql-shield/gm)).toBeNull();
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes("graphql-shield"));
    expect(loaded.filter((path) => /[\\/]esm[\\/]/.test(path))).toEqual([]);
  });
});

describe("a cached rule answers for another:", () => {
  test("no rule is cached, neither by name nor by arguments", async () => {
    const { policy, heard } = listening(secured.schema);
    const rules = rulesOf(policy);
    for (const use of ["filter", "order", "filter"] as const) await rules.check("CLERK", "Customer.riskClass", use);
    await rules.check("CLERK", "Customer.name", "filter");
    expect(heard).toEqual([
      "CLERK Customer.riskClass filter",
      "CLERK Customer.riskClass order",
      "CLERK Customer.riskClass filter",
      "CLERK Customer.name filter",
    ]);
    expect(rulesFile().match(/cache: "(\w+)"/g)).toEqual(['cache: "no_cache"']);
  });

  test("two fields of one operation are decided each by itself", async () => {
    const query = "{ a: accounts(first: 1) { totalCount } b: customers(first: 1) { totalCount } }";
    const refused = await archive.ask("clerk", query);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ coordinate: "Query.accounts" });
    expect((await archive.ask("admin", query)).errors).toBeUndefined();
  });

  test("the name of a rule is its coordinate and use, of which there are no two", () => {
    expect(rulesFile()).toMatch(/rule\(`\$\{coordinate\} \$\{use\}`/);
    expect(rulesFile().match(/\brule\(/g)).toHaveLength(1);
  });
});

describe("options that open:", () => {
  test("what has no rule is denied, errors are not shown for debugging, declared resolvers are guarded once", () => {
    expect(rulesFile()).toContain("fallbackRule: deny");
    expect(rulesFile()).toContain("debug: false");
    expect(rulesFile()).not.toMatch(/applyMiddlewareToDeclaredResolvers|debug: true/);
  });

  test("a root field that has no resolver to put a rule around stops the start", async () => {
    const schema = extendSchema(await archiveSchema(), parse("extend type Query { forgotten: String }"));
    expect(() => rulesOf(listeningTo(schema)).guardRoots(schema)).toThrow("Query.forgotten has no rule");
  });
});

/** Of a schema that is not wholly classified. */
const listeningTo = (schema: GraphQLSchema): Policy => ({
  ...secured.policy,
  classification: new Map(Object.keys(schema.getTypeMap()).map((name) => [name, { grade: "PUBLIC" as const }])),
  allows: () => true,
});

describe("a subscription that is denied opens its source all the same:", () => {
  test("there is none, and one stops the start until its source is guarded", async () => {
    const schema = extendSchema(
      await archiveSchema(),
      parse("type Subscription { changed: String } extend schema { subscription: Subscription }"),
    );
    expect(secured.schema.getSubscriptionType() ?? null).toBeNull();
    expect(() => rulesOf(secured.policy).guardRoots(schema)).toThrow("nothing guards a subscription");
  });

  test("who asks for one is told that there is none", async () => {
    const { errors, data } = await archive.ask("reviewer", "subscription { customers { totalCount } }");
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });
});

describe("an error that a resolver returns passes what hides errors:", () => {
  test("it leaves like one that was thrown, run either way", async () => {
    // From the fourth time on the document is compiled.
    for (const _ of [1, 2, 3, 4, 5]) {
      const { text, errors } = await archive.ask("clerk", "{ currentNotice(purpose: AUDIT) { version } }");
      expect(errors?.[0]?.extensions.code).toBe("INTERNAL");
      expect(text).not.toMatch(/select|password_hash|admin/i);
    }
  });
});
