import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

describe("the number of statements", () => {
  test("does not depend on depth", async () => {
    const deep = `{ customers(first: 2) { nodes { records(first: 2) { nodes { collectedBy { displayName }
      verificationTasks { assignee { displayName } records { source { consent { personName } derivedFrom { id } } } } } } } } }`;
    const { data } = await archive.ask("reviewer", deep);
    expect(data.customers.nodes).toHaveLength(2);
    expect(archive.sent()).toHaveLength(1);
  });

  test("of nodes is one per type, however many ids", async () => {
    const { data } = await archive.ask(
      "reviewer",
      "{ customers(first: 5) { nodes { id } } verificationTasks(first: 5) { nodes { id } } }",
    );
    const ids = [...data.customers.nodes, ...data.verificationTasks.nodes].map(({ id }: { id: string }) => id);
    archive.sent();
    const answer = await archive.ask("reviewer", "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {
      ids,
    });
    expect(answer.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(archive.sent()).toHaveLength(2);
  });

  test("stays one for aliases of one relation with different arguments", async () => {
    const query = `{ customers(first: 2) { nodes {
      newest: financialStatements(first: 1) { nodes { periodEnd } }
      two: financialStatements(first: 2, orderBy: [{ field: PERIOD_END, direction: ASC }]) { totalCount nodes { periodEnd } } } } }`;
    const { data } = await archive.ask("reviewer", query);
    for (const { newest, two } of data.customers.nodes) {
      expect(newest.nodes).toHaveLength(1);
      expect(two.totalCount).toBeGreaterThanOrEqual(two.nodes.length);
      expect(two.nodes[0].periodEnd <= newest.nodes[0].periodEnd).toBe(true);
    }
    expect(archive.sent()).toHaveLength(1);
  });

  test("compiled execution answers what interpretation answers, byte for byte", async () => {
    const query = `query Compiled($all: Boolean!) { customers(first: 3) { totalCount nodes { n: name riskClass completeness { score missing { category } } freshness
      contacts @include(if: $all) { mobile idNumber } records(first: 3) { nodes { __typename ... on FinancialStatement { revenue { band } } } } } } }`;
    for (const all of [true, false]) {
      const [first] = await Promise.all([archive.ask("archivist", query, { all })]);
      for (let time = 0; time < 5; time++)
        expect((await archive.ask("archivist", query, { all })).text).toBe(first?.text);
    }
  });
});

test("a refusal leaves compiled execution as it leaves interpretation, byte for byte", async () => {
  const query = "query ($id: ID) { customer(id: $id) { name } }";
  const first = await archive.ask("archivist", query, { id: "no id" });
  expect(first.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  for (let time = 0; time < 5; time++)
    expect((await archive.ask("archivist", query, { id: "no id" })).text).toBe(first.text);
});

describe("the queries of the explorer", () => {
  const folder = new URL("../../explorer/examples/", import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".graphql"))) {
    test(`${file} fits the schema`, async () => {
      const query = readFileSync(new URL(file, folder), "utf8");
      const { errors = [] } = await archive.ask("reviewer", query, {});
      const broken = errors.filter(({ extensions }) => extensions.code === "GRAPHQL_VALIDATION_FAILED");
      expect(broken).toEqual([]);
    });
  }
});
