import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const DUPLICATES = `query ($first: Int, $after: String) { possibleDuplicates(first: $first, after: $after) {
  totalCount nodes { code uscc branch { code } } pageInfo { hasNextPage endCursor } } }`;

const register = (username: string, uscc: string, name: string) =>
  archive.ask(
    username,
    "mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id version code } } }",
    { input: { name, kind: "ENTERPRISE", importance: "C", uscc } },
  );

const transfer = (id: string, version: number, branchCode: string) =>
  archive.ask(
    "archivist",
    "mutation ($input: TransferCustomerInput!) { transferCustomer(input: $input) { customer { version branch { code } } } }",
    { input: { id, version, branchCode, reason: "客户搬迁" } },
  );

describe("possible duplicates", () => {
  test("are none as long as no two branches have a customer of one credit code", async () => {
    const { data } = await archive.ask("archivist", DUPLICATES);
    expect(data.possibleDuplicates).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test("are listed for the archivist by code, those of one code together, page by page", async () => {
    const codes = ["91000000MA00000030", "91000000MA0000022Y"];
    for (const uscc of codes)
      for (const username of ["collector", "collector2"]) await register(username, uscc, `${username} ${uscc}`);
    const page = await archive.ask("archivist", DUPLICATES, { first: 3 });
    const { totalCount, nodes, pageInfo } = page.data.possibleDuplicates;
    expect([totalCount, pageInfo.hasNextPage]).toEqual([4, true]);
    const rest = await archive.ask("archivist", DUPLICATES, { first: 3, after: pageInfo.endCursor });
    const all = [...nodes, ...rest.data.possibleDuplicates.nodes];
    expect(all.map(({ uscc }) => uscc)).toEqual([codes[0], codes[0], codes[1], codes[1]]);
    for (const i of [0, 2]) expect(all[i].branch.code).not.toBe(all[i + 1].branch.code);
  });
});

describe("a customer that is transferred", () => {
  test("is the other branch's from then on, and is not there for the one before", async () => {
    const { data } = await register("collector", "91440300708461136T", "搬迁的客户");
    const { id, version, code } = data.registerCustomer.customer;
    const moved = await transfer(id, version, "BJ");
    expect(moved.data.transferCustomer.customer).toEqual({ version: version + 1, branch: { code: "BJ" } });
    const query = `{ customer(code: "${code}") { id } }`;
    expect((await archive.ask("collector", query)).data.customer).toBeNull();
    const elsewhere = await archive.ask("archivist", query);
    expect(elsewhere.data.customer).toEqual({ id });
  });

  test("does not go where its double is: they are to be made one first", async () => {
    const query =
      '{ customers(filter: { uscc: { eq: "91000000MA00000030" } }) { nodes { id version branch { code } } } }';
    const [here, there] = (await archive.ask("archivist", query)).data.customers.nodes;
    const { errors } = await transfer(here.id, here.version, there.branch.code);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "branchCode" });
  });
});
