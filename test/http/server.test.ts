import { ApolloServer } from "@apollo/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTokens } from "../../src/auth/token.js";
import type { BaseContext } from "../../src/context.js";
import type { Database } from "../../src/db/database.js";
import { ERRORS } from "../../src/domain/refusal.js";
import { openTestDatabase } from "../support/database.js";
import { startTestServer } from "../support/http-server.js";
import { SECRET } from "../support/identity.js";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const status = async (url: string) => (await fetch(url)).status;

describe("health", () => {
  test("alive and ready, as long as the database answers", async () => {
    const server = await startTestServer(database);
    expect(await status(`${server.url}/healthz`)).toBe(200);
    expect(await status(`${server.url}/readyz`)).toBe(200);
    await server.stop();
  });

  test("alive but not ready when the database does not answer", async () => {
    const away: Database = { ...database, withViewer: () => Promise.reject(new Error("away")) };
    const server = await startTestServer(away);
    expect(await status(`${server.url}/healthz`)).toBe(200);
    expect(await status(`${server.url}/readyz`)).toBe(503);
    await server.stop();
  });
});

describe("a bug", () => {
  test("leaves as INTERNAL with a request id and no detail", async () => {
    const withViewer = () => Promise.reject(new Error("insert into account … password"));
    const server = await startTestServer({ ...database, withViewer });
    const tokens = await createTokens(SECRET);
    const claims = { sessionId: "s", accountId: "a" };
    const token = await tokens.issue(claims, new Date(), new Date(Date.now() + 60_000));
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-request-id": "r-1" },
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      errors: [{ message: ERRORS.INTERNAL.en, extensions: { code: "INTERNAL", requestId: "r-1" } }],
    });
    await server.stop();
  });
});

describe("stopping", () => {
  const slowApollo = async (started: () => void, until: Promise<void>) => {
    const slow = async () => {
      started();
      await until;
      return "done";
    };
    const apollo = new ApolloServer<BaseContext>({
      typeDefs: "type Query { slow: String }",
      resolvers: { Query: { slow } },
    });
    await apollo.start();
    return apollo;
  };

  test("a running request is answered, a new one finds nobody", async () => {
    let finish = () => {};
    let begun = () => {};
    const until = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const server = await startTestServer(database, { apollo: await slowApollo(begun, until) });
    const answer = fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ slow }"}',
    });
    await running;
    const stopped = server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    finish();
    expect(await (await answer).json()).toEqual({ data: { slow: "done" } });
    await stopped;
  });
});
