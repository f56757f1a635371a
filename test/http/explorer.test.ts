import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/db/database.js";
import type { DemoSignIn } from "../../src/http/explorer.js";
import type { RunningServer } from "../../src/server.js";
import { openTestDatabase } from "../support/database.js";
import { startTestServer } from "../support/http-server.js";
import { TEST_KEYS } from "../support/vault.js";

const demo: DemoSignIn = { password: "demo-archive", accounts: [{ username: "clerk", role: "CLERK" }] };
const PRODUCTION = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  DATABASE_URL: "postgres://archive@localhost/archive",
  TOKEN_SECRET: "a-secret-of-at-least-32-characters",
  LEDGER_KEY: "a-ledger-key-of-at-least-32-characters",
  ...TEST_KEYS,
};

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const serving = async (env: Record<string, string>, work: (server: RunningServer) => Promise<void>) => {
  const server = await startTestServer(database, { env, demo });
  await work(server).finally(server.stop);
};

interface Settings {
  readonly demo: DemoSignIn | null;
  readonly examples: readonly unknown[];
}

const settingsOf = async (url: string): Promise<Settings> =>
  (await fetch(`${url}/explorer/settings.json`)).json() as Promise<Settings>;

describe("the explorer", () => {
  test("is made of this server's files alone", () =>
    serving({}, async ({ url }) => {
      const page = await (await fetch(url)).text();
      const parts = [...page.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, part]) => `${part}`);
      expect(parts.length).toBe(6);
      for (const part of parts) {
        expect(part).toMatch(/^\/explorer\//);
        expect((await fetch(url + part)).status).toBe(200);
      }
    }));

  test("is not sent twice to whoever has it", () =>
    serving({}, async ({ url }) => {
      const file = `${url}/explorer/graphiql.js`;
      const etag = (await fetch(file)).headers.get("etag") ?? "";
      expect((await fetch(file, { headers: { "if-none-match": etag } })).status).toBe(304);
    }));

  test("offers one click per demo role, and queries to begin with", () =>
    serving({}, async ({ url }) => {
      const settings = await settingsOf(url);
      expect(settings.demo).toEqual(demo);
      expect(settings.examples.length).toBeGreaterThanOrEqual(5);
    }));

  test("is not there in production, and when asked for offers no demo account", async () => {
    await serving(PRODUCTION, async ({ url }) => expect((await fetch(url)).status).toBe(404));
    await serving({ ...PRODUCTION, EXPLORER: "true" }, async ({ url }) => {
      expect((await settingsOf(url)).demo).toBeNull();
    });
  });
});
