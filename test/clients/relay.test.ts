import {
  commitMutation,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
} from "relay-runtime";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";
import { type Compiled, compileRelay } from "./compile-relay.js";

let archive: Archive;
let compiled: Compiled;
beforeAll(async () => {
  archive = await openArchive();
  compiled = compileRelay();
});
afterAll(() => archive.close());

// biome-ignore lint/suspicious/noExplicitAny: what Relay's compiler would have typed
type Anything = any;

const environmentOf = (username: string) => {
  const network = Network.create(async ({ text }, variables) => {
    const { data, errors, extensions } = await archive.ask(username, text ?? "", variables);
    return { data, errors, extensions } as Anything;
  });
  // A viewer and an account carry the id of the person they are.
  const getDataID = ({ id }: Readonly<Record<string, unknown>>, type: string) =>
    type === "Viewer" || type === "Account" ? `${type}:${id}` : id;
  return new Environment({ network, store: new Store(new RecordSource()), getDataID });
};

const page = async (username: string, code: string) => {
  const environment = environmentOf(username);
  const { data } = await archive.ask(username, "query ($code: String!) { customer(code: $code) { id } }", { code });
  const { id } = data.customer;
  const fetched = async (name: string, variables: object) =>
    (await fetchQuery(environment, compiled.artifacts[name], {
      id,
      ...variables,
    }).toPromise()) as Anything;
  const { node, viewer } = await fetched("CustomerPageQuery", { first: 2 });
  const selector = getSingularSelector(compiled.artifacts.CustomerPage_customer, node.customer);
  const shown = (): Anything => selector && environment.lookup(selector).data;
  return { environment, id, viewer, fetched, shown };
};

describe("Relay", () => {
  test("its compiler takes the schema, with connections, refetching and arguments of fragments", () => {
    expect(compiled.said).toContain("Compilation completed.");
    expect(compiled.artifacts.CustomerPageRefetchQuery.params.text).toContain("node(id: $id)");
  });

  test("shows partial data as data, and warns of nothing", async () => {
    const warned = vi.spyOn(console, "error").mockImplementation(() => {});
    const { shown, viewer } = await page("clerk", "SH-0003");
    expect(viewer).toMatchObject({ role: "CLERK" });
    expect(shown().riskClass).toBeNull();
    expect(shown().contacts[0].mobile).toMatch(/\*{4}/);
    expect(warned.mock.calls).toEqual([]);
    warned.mockRestore();
  });

  test("turns pages of a connection by fetching its node anew", async () => {
    const { shown, fetched } = await page("reviewer", "SH-0003");
    expect(shown().records.edges).toHaveLength(2);
    await fetched("CustomerPageRefetchQuery", { first: 3, after: shown().records.pageInfo.endCursor });
    const query = '{ customer(code: "SH-0003") { records(first: 5) { nodes { id } } } }';
    const { data } = await archive.ask("reviewer", query);
    const ids = shown().records.edges.map(({ node }: Anything) => ({ id: node.__id }));
    expect(ids).toEqual(data.customer.records.nodes);
  });

  test("shows a change wherever the object is shown, by id", async () => {
    const { environment, id, shown } = await page("collector", "SH-0005");
    const input = { id, version: shown().version, name: "更名后的公司" };
    const mutation = compiled.artifacts.CustomerPageMutation;
    await new Promise<void>((resolve, reject) => {
      commitMutation(environment, { mutation, variables: { input }, onCompleted: () => resolve(), onError: reject });
    });
    expect(shown()).toMatchObject({ name: "更名后的公司", version: input.version + 1 });
  });

  test("is told of a refusal", async () => {
    const { environment, id } = await page("clerk", "SH-0003");
    const mutation = compiled.artifacts.CustomerPageMutation;
    const refused = new Promise((resolve, reject) => {
      const variables = { input: { id, version: 1, name: "不许改" } };
      commitMutation(environment, { mutation, variables, onCompleted: resolve, onError: reject });
    });
    const error = await refused.catch((thrown: unknown) => thrown);
    expect((error as Anything).source.errors[0].extensions.code).toBe("FORBIDDEN");
  });
});
