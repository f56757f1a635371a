import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { createAdmin } from "../../src/commands/create-admin.js";
import { createBranch } from "../../src/commands/create-branch.js";
import type { Database } from "../../src/db/database.js";
import type { RunningServer } from "../../src/server.js";
import { openTestDatabase } from "../support/database.js";
import { documented } from "../support/documented.js";
import { startTestServer } from "../support/http-server.js";

const NOW = new Date("2026-06-30T08:00:00Z");
const PASSWORD = "a-long-password";

let database: Database;
let server: RunningServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { now: () => NOW });
  await createAdmin(database, { username: "root", displayName: "系统管理员", password: PASSWORD });
  await createBranch(database, { code: "SH", name: "上海分公司" });
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

const tokens = new Map<string, string>();

// biome-ignore lint/suspicious/noExplicitAny: what a test asks for is what it knows the form of
const post = async (query: string, variables: object, headers: object): Promise<any> => {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

const tokenOf = async (username: string): Promise<string> => {
  const query = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
  const known = tokens.get(username);
  const token = known ?? (await post(query, { input: { username, password: PASSWORD } }, {})).data.login.token;
  tokens.set(username, token);
  return token;
};

const ask = async (username: string, query: string, variables: object = {}) =>
  post(query, variables, { authorization: `Bearer ${await tokenOf(username)}` });

const employ = (username: string, roles: Role[], branchCode?: string) =>
  ask("root", "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }", {
    input: { username, displayName: username, password: PASSWORD, roles, branchCode },
  });

describe("in an archive of one's own", () => {
  let customer: string;
  let agreement: { id: string; version: number };

  const fromPartner = () => ask("lan", documented("FromPartner"), { customer });

  test("nothing comes through the channel PARTNER before an agreement is recorded", async () => {
    await employ("he", ["COMPLIANCE"]);
    await employ("lan", ["COLLECTOR"], "SH");
    const register =
      'mutation { registerCustomer(input: { name: "首个客户", kind: ENTERPRISE, importance: B }) { customer { id } } }';
    customer = (await ask("lan", register)).data.registerCustomer.customer.id;
    expect((await fromPartner()).errors[0].extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "source.agreementNumber",
    });
  });

  test("compliance records it, and a collector collects under it", async () => {
    const recorded = await ask("he", documented("RecordAgreement"));
    agreement = recorded.data.recordAgreement.agreement;
    expect(agreement).toMatchObject({ number: "XY-2026-01", startsOn: "2026-06-30", inForce: true, version: 1 });
    const { record, tasks } = (await fromPartner()).data.collectOperation;
    expect(record).toEqual({
      status: "IN_VERIFICATION",
      source: { channel: "PARTNER", party: "示例供应链集团", agreement: "XY-2026-01" },
    });
    expect(tasks).toHaveLength(2);
  });

  test("its end lets nothing come any more, and leaves what came", async () => {
    const { id, version } = agreement;
    const ended = await ask("he", documented("EndAgreement"), { id, version });
    expect(ended.data.endAgreement.agreement).toEqual({
      endedOn: "2026-06-30",
      endReason: "合作终止",
      endedBy: { displayName: "he" },
      inForce: false,
    });
    expect((await fromPartner()).errors[0].extensions.field).toBe("source.agreementNumber");
    const records = "{ informationRecords { nodes { status source { agreement } } } }";
    expect((await ask("lan", records)).data.informationRecords.nodes).toEqual([
      { status: "IN_VERIFICATION", source: { agreement: "XY-2026-01" } },
    ]);
  });
});
