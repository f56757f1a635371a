// Starts dist/main.js on the Node that runs this, asks it one page of customers as a clerk, and stops it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const root = join(import.meta.dirname, "..");
const PATIENCE_MS = 60_000;

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
};

const untilReady = async (url, child) => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await delay(200)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("It does not get ready");
};

const asking = (url) => async (query, variables, token) => {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.json();
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return body;
};

const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token viewer { role } } }";
const PAGE = "{ customers(first: 5) { totalCount nodes { code name riskClass contacts { mobile } } } }";

const check = async (ask) => {
  const { login } = (await ask(LOGIN, { input: { username: "clerk", password: "demo-archive" } })).data;
  assert.equal(login.viewer.role, "CLERK");
  const { data, extensions } = await ask(PAGE, {}, login.token);
  assert.equal(data.customers.nodes.length, 5);
  assert.ok(data.customers.totalCount > 5);
  assert.ok(data.customers.nodes.every(({ code, name, riskClass }) => code && name && riskClass === null));
  const levels = Object.fromEntries(extensions.disclosures.map(({ coordinate, level }) => [coordinate, level]));
  assert.deepEqual(levels, { "Customer.riskClass": "DENIED", "ContactRecord.mobile": "TASK_BOUND" });
};

const folder = mkdtempSync(join(tmpdir(), "archive-asked-"));
const port = await freePort();
const own = ["NODE_ENV", "DATABASE_URL", "DEMO_PASSWORD", "HOST"].map((name) => [name, ""]);
const env = { ...process.env, ...Object.fromEntries(own), PORT: String(port), DATA_DIR: folder, LOG_LEVEL: "warn" };
const child = spawn(process.execPath, [join(root, "dist/main.js")], {
  env,
  cwd: folder,
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  await check(asking(url));
  const ended = once(child, "exit");
  child.kill("SIGINT");
  assert.deepEqual(await ended, [0, null], "It does not end cleanly");
  process.stdout.write(`✓ Node ${process.version} answers\n`);
} finally {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
