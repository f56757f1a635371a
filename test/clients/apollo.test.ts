import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { filter, firstValueFrom } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asking, DisclosureLink } from "../../clients/apollo/disclosure-link.js";
import { disclosureAt } from "../../clients/disclosures.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";
import { BY_REVENUE, CUSTOMER, CUSTOMERS, NODE, RENAME, SIGN_IN } from "./documents.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const customerQuery = gql(CUSTOMER);

const signIn = async (username: string): Promise<string> => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${archive.url}/graphql` }),
    cache: new InMemoryCache(),
  });
  const input = { username, password: SEEDED_PASSWORD };
  // biome-ignore lint/suspicious/noExplicitAny: untyped documents, as in Apollo's own examples
  const { data } = await client.mutate<any>({ mutation: gql(SIGN_IN), variables: { input } });
  return data.login.token;
};

/** As a front end sets it up. Every request's headers are heard. */
const clientOf = async (username: string, asking: Asking = {}) => {
  const sent: Headers[] = [];
  const hearing: typeof fetch = (uri, init) => {
    sent.push(new Headers(init?.headers));
    return fetch(uri, init);
  };
  const authorization = `Bearer ${await signIn(username)}`;
  const http = new HttpLink({ uri: `${archive.url}/graphql`, headers: { authorization }, fetch: hearing });
  const disclosing = new DisclosureLink(asking);
  const cache = new InMemoryCache({
    typePolicies: {
      Query: { fields: { customers: relayStylePagination(["filter", "orderBy", "search"]) } },
      Money: { merge: true },
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: untyped documents, as in Apollo's own examples
  const ask = async (query: string, variables: object = {}, context: Asking = {}): Promise<any> =>
    (await client.query({ query: gql(query), variables: { ...variables }, context: { ...context } })).data;
  const client = new ApolloClient({ link: disclosing.concat(http), cache });
  return { client, disclosing, ask, sent };
};

interface Pages {
  readonly customers: {
    readonly edges: readonly { readonly node: { readonly code: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

describe("Apollo Client", () => {
  test("is given partial data as data, and no error", async () => {
    const { ask } = await clientOf("clerk");
    const { customer } = await ask(CUSTOMER, { code: "SH-0003" });
    expect(customer).toMatchObject({ __typename: "Customer", riskClass: null });
    expect(customer.people[0]).toMatchObject({ __typename: "ContactRecord", mobile: expect.stringMatching(/\*{4}/) });
    expect(customer.financialStatements.nodes[0].revenue).toBeNull();
  });

  test("turns pages with its own relayStylePagination", async () => {
    const { client } = await clientOf("clerk");
    const pages = client.watchQuery<Pages, object>({ query: gql(CUSTOMERS), variables: { first: 3 } });
    const page = (await firstValueFrom(pages.pipe(filter(({ loading }) => !loading)))).data as Pages;
    await pages.fetchMore({ variables: { after: page.customers.pageInfo.endCursor } });
    const shown = pages.getCurrentResult().data as Pages;
    const { data } = await archive.ask("clerk", "{ customers(first: 6) { nodes { code } } }");
    expect(shown.customers.edges.map(({ node: { code } }) => ({ code }))).toEqual(data.customers.nodes);
  });

  test("shows a change wherever the object is shown, by type and id", async () => {
    const { client, ask } = await clientOf("collector");
    const { customer } = await ask(CUSTOMER, { code: "SH-0005" });
    const input = { id: customer.id, version: customer.version, name: "更名后的公司" };
    await client.mutate({ mutation: gql(RENAME), variables: { input } });
    const shown = client.readQuery({ query: customerQuery, variables: { code: "SH-0005", statements: 1 } });
    expect(shown).toMatchObject({ customer: { name: "更名后的公司", version: customer.version + 1 } });
    expect(await ask(NODE, { id: customer.id })).toMatchObject({
      node: { __typename: "Customer", name: "更名后的公司", version: customer.version + 1 },
    });
  });

  test("makes a change once that is sent twice under one key", async () => {
    const { client, ask } = await clientOf("collector");
    const { customer } = await ask(CUSTOMER, { code: "SH-0006" });
    const input = { id: customer.id, version: customer.version, name: "只改一次的公司" };
    const context = { headers: { "idempotency-key": "rename-SH-0006" } };
    const rename = () => client.mutate({ mutation: gql(RENAME), variables: { input }, context });
    const versionOf = ({ data }: Awaited<ReturnType<typeof rename>>) =>
      (data as { updateCustomer: { customer: { version: number } } }).updateCustomer.customer.version;
    expect([versionOf(await rename()), versionOf(await rename())]).toEqual(Array(2).fill(customer.version + 1));
  });

  test("hands on the code of a refusal", async () => {
    const { ask } = await clientOf("clerk");
    const error = await ask(BY_REVENUE).catch((thrown: unknown) => thrown);
    expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      coordinate: "CustomerOrderField.REVENUE",
      use: "order",
    });
  });

  test("learns from introspection what an interface stands for", async () => {
    const { ask } = await clientOf("analyst");
    const { __schema } = await ask("query Kinds { __schema { types { kind name possibleTypes { name } } } }");
    const records = __schema.types.find(({ name }: { name: string }) => name === "InformationRecord");
    expect(records.possibleTypes.map(({ name }: { name: string }) => name)).toContain("FinancialStatement");
  });
});

describe("the disclosure link", () => {
  test("keeps what an answer did not show in full, found by path, alias and position", async () => {
    const { ask, disclosing } = await clientOf("clerk");
    await ask(CUSTOMER, { code: "SH-0003" });
    const list = disclosing.of(customerQuery)();
    expect(disclosureAt(list, "customer.people.0.mobile")).toMatchObject({ level: "TASK_BOUND", clause: "SP4" });
    expect(disclosureAt(list, "customer.riskClass")).toMatchObject({ level: "DENIED", grade: "CREDIT" });
    expect(disclosureAt(list, ["customer", "name"])).toBeNull();
  });

  test("is watched by a component, and forgets with the cache", async () => {
    const { client, ask, disclosing } = await clientOf("clerk");
    client.onClearStore(async () => disclosing.forget());
    const heard: number[] = [];
    disclosing.of(customerQuery).onNextChange((list) => heard.push(list.length));
    await ask(CUSTOMER, { code: "SH-0003" });
    expect(heard[0]).toBeGreaterThan(0);
    await client.clearStore();
    expect(disclosing.of(customerQuery)()).toEqual([]);
  });

  test("keeps one list an operation, whatever its variables", async () => {
    const { ask, disclosing } = await clientOf("clerk");
    await ask(CUSTOMER, { code: "SH-0003" });
    const list = disclosing.of(customerQuery)();
    await ask(CUSTOMER, { code: "SH-0004", statements: 2 });
    expect(disclosing.of(customerQuery)()).toBe(list);
  });

  test("has nothing to say of what was shown in full", async () => {
    const { ask, disclosing } = await clientOf("reviewer");
    await ask(CUSTOMER, { code: "SH-0003" });
    expect(disclosing.of(customerQuery)()).toEqual([]);
  });

  test("strict: anything short of full refuses the operation, for all or for one", async () => {
    const clerk = await clientOf("clerk", { strict: true });
    await expect(clerk.ask(CUSTOMER, { code: "SH-0003" })).rejects.toMatchObject({
      errors: [{ extensions: { help: expect.stringContaining("x-disclosure: strict") } }],
    });
    expect(await clerk.ask(CUSTOMER, { code: "SH-0003" }, { strict: false })).toMatchObject({ customer: {} });
    const lenient = await clientOf("clerk");
    await expect(lenient.ask(CUSTOMER, { code: "SH-0003" }, { strict: true })).rejects.toMatchObject({
      errors: [{ extensions: { help: expect.stringContaining("x-disclosure: strict") } }],
    });
  });

  test("names the purpose, for all or for one, and nothing unless asked to", async () => {
    const { ask, sent } = await clientOf("analyst", { purpose: "CREDIT_ASSESSMENT" });
    await ask(CUSTOMER, { code: "SH-0003" });
    await ask(CUSTOMER, { code: "SH-0004" }, { purpose: "AUDIT" });
    expect(sent.map((headers) => headers.get("x-purpose"))).toEqual(["CREDIT_ASSESSMENT", "AUDIT"]);
    expect(sent.map((headers) => headers.get("x-disclosure"))).toEqual([null, null]);
  });

  test("asks for a name: it keeps its lists by it", () => {
    expect(() => new DisclosureLink().of(gql("{ viewer { id } }"))).toThrow("give it one");
  });
});
