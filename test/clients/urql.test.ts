import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disclosureAt, disclosuresIn } from "../../clients/disclosures.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";
import { BY_REVENUE, CUSTOMER, CUSTOMERS, NODE, RENAME, SIGN_IN } from "./documents.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const clientWith = (headers: Record<string, string>) =>
  new Client({
    url: `${archive.url}/graphql`,
    exchanges: [
      cacheExchange({
        keys: { Money: () => null },
        resolvers: { Query: { customers: relayPagination() } },
      }),
      fetchExchange,
    ],
    fetchOptions: { headers },
  });

const clientOf = async (username: string) => {
  const input = { username, password: SEEDED_PASSWORD };
  const { data } = await clientWith({}).mutation(gql(SIGN_IN), { input });
  return clientWith({ authorization: `Bearer ${data.login.token}` });
};

describe("urql with its normalised cache", () => {
  test("is given partial data as data, no error, and what was not shown", async () => {
    const client = await clientOf("clerk");
    const result = await client.query(gql(CUSTOMER), { code: "SH-0003" });
    expect(result.error).toBeUndefined();
    expect(result.data.customer.people[0]).toMatchObject({ mobile: expect.stringMatching(/\*{4}/) });
    const list = disclosuresIn(result);
    expect(disclosureAt(list, "customer.people.0.mobile")).toMatchObject({ level: "TASK_BOUND" });
    expect(disclosureAt(list, "customer.financialStatements.nodes.0.revenue.amount")).toMatchObject({
      level: "DENIED",
      coordinate: "FinancialStatement.revenue",
    });
  });

  test("turns pages with its own relayPagination", async () => {
    const client = await clientOf("clerk");
    const first = await client.query(gql(CUSTOMERS), { first: 3 });
    const { endCursor } = first.data.customers.pageInfo;
    const both = await client.query(gql(CUSTOMERS), { first: 3, after: endCursor });
    const { data } = await archive.ask("clerk", "{ customers(first: 6) { nodes { code } } }");
    const codes = both.data.customers.edges.map(({ node: { code } }: { node: { code: string } }) => ({ code }));
    expect(codes).toEqual(data.customers.nodes);
  });

  test("shows a change wherever the object is shown, by type and id", async () => {
    const client = await clientOf("collector");
    const { customer } = (await client.query(gql(CUSTOMER), { code: "SH-0005" })).data;
    const input = { id: customer.id, version: customer.version, name: "更名后的公司" };
    expect((await client.mutation(gql(RENAME), { input })).error).toBeUndefined();
    const cached = await client.query(gql(CUSTOMER), { code: "SH-0005" }, { requestPolicy: "cache-only" });
    expect(cached.data.customer).toMatchObject({ name: "更名后的公司", version: customer.version + 1 });
    const { node } = (await client.query(gql(NODE), { id: customer.id })).data;
    expect(node).toMatchObject({ name: "更名后的公司" });
  });

  test("hands on the code of a refusal", async () => {
    const { error } = await (await clientOf("clerk")).query(gql(BY_REVENUE), {});
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: "FORBIDDEN", use: "order" });
    const { error: anonymous } = await clientWith({}).mutation(gql(RENAME), { input: { id: "x", version: 1 } });
    expect(anonymous?.graphQLErrors[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("asks by GET as long as the address is short, and only signed in", async () => {
    const methods: string[] = [];
    const hearing: typeof fetch = (url, init) => {
      methods.push(init?.method ?? "GET");
      return fetch(url, init);
    };
    const client = await clientOf("clerk");
    const { data } = await client.query(gql(CUSTOMERS), { first: 1 }, { fetch: hearing });
    expect(data.customers.edges).toHaveLength(1);
    expect(methods).toEqual(["GET"]);
    const { error } = await clientWith({}).query(gql("query Me { viewer { username } }"), {});
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: "BAD_REQUEST", rule: "CrossSiteRequest" });
  });
});
