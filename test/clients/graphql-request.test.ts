import { ClientError, GraphQLClient, gql, rawRequest } from "graphql-request";
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

const clientOf = async (username: string, headers: Record<string, string> = {}) => {
  const client = new GraphQLClient(`${archive.url}/graphql`, { headers });
  const { login } = await client.request<{ login: { token: string } }>(SIGN_IN, {
    input: { username, password: SEEDED_PASSWORD },
  });
  return client.setHeader("authorization", `Bearer ${login.token}`);
};

/** The refusal of a request, by its first error's code. */
const codeOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown);
  return error instanceof ClientError ? error.response.errors?.[0]?.extensions.code : error;
};

// biome-ignore lint/suspicious/noExplicitAny: untyped documents, as in the client's own examples
type Anything = any;

describe("graphql-request", () => {
  test("is given partial data as data, and what was not shown by rawRequest", async () => {
    const client = await clientOf("clerk");
    const answer = await client.rawRequest<Anything>(CUSTOMER, { code: "SH-0003" });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.customer.people[0].mobile).toMatch(/\*{4}/);
    expect(disclosureAt(disclosuresIn(answer as object), "customer.riskClass")).toMatchObject({ level: "DENIED" });
  });

  test("turns pages by cursor", async () => {
    const client = await clientOf("clerk");
    const codes: { code: string }[] = [];
    let after: string | null = null;
    do {
      const { customers }: Anything = await client.request(gql`${CUSTOMERS}`, { first: 100, after });
      codes.push(...customers.edges.map(({ node: { code } }: Anything) => ({ code })));
      after = customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null;
    } while (after !== null && codes.length < 1000);
    const { data } = await archive.ask("clerk", "{ customers(first: 100) { totalCount nodes { code } } }");
    expect(codes).toHaveLength(data.customers.totalCount);
    expect(codes.slice(0, 100)).toEqual(data.customers.nodes);
  });

  test("changes an object and finds it again by its id", async () => {
    const client = await clientOf("collector");
    const { customer } = await client.request<Anything>(CUSTOMER, { code: "SH-0005" });
    await client.request(RENAME, { input: { id: customer.id, version: customer.version, name: "更名后的公司" } });
    expect(await client.request(NODE, { id: customer.id })).toEqual({
      node: { id: customer.id, name: "更名后的公司", version: customer.version + 1 },
    });
    const stale = { id: customer.id, version: customer.version, name: "又更名" };
    expect(await codeOf(client.request(RENAME, { input: stale }))).toBe("CONFLICT");
  });

  test("hands on the code of a refusal", async () => {
    expect(await codeOf((await clientOf("clerk")).request(BY_REVENUE))).toBe("FORBIDDEN");
    const anonymous = rawRequest(`${archive.url}/graphql`, CUSTOMERS, { first: 1 });
    expect(await codeOf(anonymous)).toBe("UNAUTHENTICATED");
    const misspelt = (await clientOf("clerk")).request("{ custommers { totalCount } }");
    expect(await codeOf(misspelt)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("takes all or nothing when it asks strictly", async () => {
    const client = await clientOf("clerk", { "x-disclosure": "strict" });
    expect(await codeOf(client.request(CUSTOMER, { code: "SH-0003" }))).toBe("FORBIDDEN");
  });
});
