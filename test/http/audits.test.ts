import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/db/database.js";
import type { RunningServer } from "../../src/server.js";
import { openTestDatabase } from "../support/database.js";
import { startTestServer } from "../support/http-server.js";

let database: Database;
let server: RunningServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database);
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

test("GraphQL over HTTP: no audit of graphql-http ends in an error or a warning", async () => {
  const results = await auditServer({ url: `${server.url}/graphql` });
  const short = results.flatMap((audit) =>
    audit.status === "ok" || audit.status === "notice" ? [] : [`${audit.status} ${audit.name}: ${audit.reason}`],
  );
  expect(short).toEqual([]);
  expect(results.filter(({ status }) => status === "ok").length).toBeGreaterThanOrEqual(58);
});
