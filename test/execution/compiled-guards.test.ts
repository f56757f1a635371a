import { buildSchema, type GraphQLSchema, parse } from "graphql";
import { describe, expect, test } from "vitest";
import type { AccessPlan } from "../../src/auth/access-plan.js";
import { guardFields } from "../../src/auth/guard.js";
import { executorOf } from "../../src/execution/executor.js";

const schemaOf = (): GraphQLSchema => {
  const schema = buildSchema("type Query { row: Row } type Row { open: String closed: String inner: Row }");
  const row = { open: "open", closed: "closed", inner: { open: "open", closed: "closed" } };
  const field = schema.getQueryType()?.getFields().row;
  if (field) field.resolve = () => row;
  guardFields(schema);
  return schema;
};

const planFor = (...passing: string[]): AccessPlan =>
  ({ mayPass: (coordinate: string) => passing.includes(coordinate) }) as unknown as AccessPlan;

const DOCUMENT = parse("{ row { open closed inner { open closed } } }");

const asking = () => {
  const run = executorOf(schemaOf());
  return async (plan: AccessPlan | undefined) => {
    const given = { operationName: null, variables: {}, coerced: {}, trusted: true };
    const { data } = await run({ ...given, document: DOCUMENT, context: { plan }, plan: plan ?? null });
    return JSON.parse(JSON.stringify(data));
  };
};

const ALL = planFor("Row.open", "Row.closed", "Row.inner");
const SOME = planFor("Row.open", "Row.inner");

const shown = { open: "open", closed: "closed" };
const partly = { open: "open", closed: null };

describe("a compiled document, of which rows hold more than may be shown,", () => {
  test("shows to each plan what passes under it, whichever it was compiled for first", async () => {
    for (const order of [
      [ALL, SOME, ALL, SOME],
      [SOME, ALL, SOME, ALL],
    ]) {
      const ask = asking();
      for (const plan of order) {
        const row = plan === ALL ? shown : partly;
        expect(await ask(plan)).toEqual({ row: { ...row, inner: row } });
      }
    }
  });

  test("shows nothing without a plan, also after it was compiled for one that sees all", async () => {
    const ask = asking();
    expect(await ask(ALL)).toEqual({ row: { ...shown, inner: shown } });
    expect(await ask(undefined)).toEqual({ row: { open: null, closed: null, inner: null } });
  });

  test("keeps ten kinds of plans, and shows each the same when it has to be compiled anew", async () => {
    const ask = asking();
    const kinds = [[], ["Row.open"], ["Row.closed"], ["Row.inner"], ["Row.open", "Row.inner"]].map((passing) =>
      planFor(...passing),
    );
    for (const plan of [...kinds, ...kinds]) {
      const { row } = await ask(plan);
      expect([row.open !== null, row.closed !== null, row.inner !== null]).toEqual(
        ["Row.open", "Row.closed", "Row.inner"].map(plan.mayPass),
      );
    }
  });
});
