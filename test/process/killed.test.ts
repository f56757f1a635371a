import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import { givenBranch, givenCustomer } from "../support/factory.js";
import { makeAccount, PASSWORD } from "../support/identity.js";
import { createCopy } from "../support/postgresql-databases.js";
import { buildServer, type ServerProcess, startServerProcess } from "../support/server-process.js";
import { testVault } from "../support/vault.js";

const MUTATIONS = 1000;
const AT_ONCE = 20;
const KILLED_AFTER = 400;

const run = inject("testRun");

const ask = async ({ url }: ServerProcess, query: string, variables: object, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
};

const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token } }";
const COLLECT =
  "mutation ($input: CollectRegistrationInput!) { collectRegistration(input: $input) { record { id } tasks { id } } }";

/** PostgreSQL alone promises this: the embedded database says at its start that it is not durable. */
describe.runIf(run)("a server killed in the middle of 1,000 mutations", () => {
  let [script, url, username] = ["", "", ""];
  let database: Database;
  let customerIds: readonly string[] = [];

  beforeAll(async () => {
    if (run === null) return;
    script = buildServer();
    url = await createCopy(run, `${run.prefix}_migrated`);
    database = await openDatabase({ url, pool: 2, dataDir: "", vault: testVault() });
    const { id: branchId } = await givenBranch(database);
    username = await makeAccount(database, { roles: ["COLLECTOR"], branchId });
    const customers = await Promise.all(Array.from({ length: 10 }, () => givenCustomer(database, { branchId })));
    customerIds = customers.map(({ id }) => id);
  }, 120_000);
  afterAll(() => database?.close());

  const rows = <T>(text: string): Promise<T[]> =>
    database.withViewer(SYSTEM, "READ", (session) => session.rows<T>(text, []));

  const start = async () => {
    const server = await startServerProcess(script, url);
    const { data } = await ask(server, LOGIN, { input: { username, password: PASSWORD } });
    const login = data?.login as { token: string } | undefined;
    const authorization = `Bearer ${login?.token}`;
    const collect = async (i: number): Promise<string> => {
      const customer = customerIds[i % customerIds.length] ?? "";
      const input = {
        customerId: Buffer.from(`cu:${customer}`).toString("base64url"),
        source: { channel: "DIRECT_CONTACT" },
        legalName: `第${i}家有限公司`,
      };
      const answer = await ask(server, COLLECT, { input }, { authorization, "idempotency-key": `k-${i}` });
      const collected = answer.data?.collectRegistration as { record: { id: string } } | undefined;
      if (collected === undefined) throw new Error(JSON.stringify(answer));
      return collected.record.id;
    };
    return { server, collect };
  };

  /** Answers by number, as far as they came. */
  const collectAll = async (collect: (i: number) => Promise<string>, onAnswer: (count: number) => void) => {
    const answered = new Map<number, string>();
    let next = 0;
    const worker = async () => {
      for (let i = next++; i < MUTATIONS; i = next++) {
        const id = await collect(i).catch(() => null);
        if (id !== null) answered.set(i, id);
        onAnswer(answered.size);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return answered;
  };

  test("keeps every answered one and no half one, and sent again under their keys none is done twice", async () => {
    const first = await start();
    const dead = once(first.server.child, "exit");
    const answered = await collectAll(first.collect, (count) => {
      if (count === KILLED_AFTER) first.server.child.kill("SIGKILL");
    });
    await dead;
    expect(answered.size).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(answered.size).toBeLessThan(MUTATIONS);

    const kept = new Set((await rows<{ id: string }>("select id from information_record")).map(({ id }) => `ir:${id}`));
    const asKey = (id: string) => Buffer.from(id, "base64url").toString();
    expect([...answered.values()].filter((id) => !kept.has(asKey(id)))).toEqual([]);
    const half = `select r.id from information_record r where not exists (select 1 from record_state s where s.record_id = r.id)
      or not exists (select 1 from screening_finding f where f.record_id = r.id)
      or (r.status = 'IN_VERIFICATION') <> exists (select 1 from verification_task_record t where t.record_id = r.id)`;
    expect(await rows(half)).toEqual([]);
    expect(await rows("select key from idempotency where outcome = '{}'::jsonb")).toEqual([]);

    const second = await start();
    const again = await collectAll(second.collect, () => {});
    second.server.child.kill("SIGTERM");
    await once(second.server.child, "exit");
    expect(again.size).toBe(MUTATIONS);
    for (const [i, id] of answered) expect(again.get(i)).toBe(id);
    expect(await rows("select count(*)::int as n from information_record")).toEqual([{ n: MUTATIONS }]);
  }, 180_000);
});
