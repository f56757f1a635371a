import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { SignJWT } from "jose";
import { PASSWORD } from "./fill.mjs";
import { KEYS } from "./vault.mjs";

const START_MS = 20_000;

const ofRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
};

/** A server as production runs it, in a process of its own; its log goes to a file, as a log does. */
const start = async (name, script, { folder, url, secret }) => {
  const port = await freePort();
  const log = openSync(join(folder, `${name}.log`), "w");
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: url,
    TOKEN_SECRET: secret,
    LEDGER_KEY: secret,
    ...KEYS,
  };
  const child = spawn(process.execPath, [ofRoot(script)], { env, cwd: folder, stdio: ["ignore", log, log] });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const stop = async () => {
    process.off("exit", end);
    if (child.exitCode === null && child.signalCode === null) {
      end();
      await once(child, "exit");
    }
  };
  const lastWords = () => readFileSync(join(folder, `${name}.log`), "utf8").slice(-2000);
  return { name, url: `http://127.0.0.1:${port}`, child, stop, lastWords };
};

export const ask = async ({ endpoint, token }, query, variables) => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${endpoint}: ${JSON.stringify(errors)}`);
  return data;
};

const untilAnswering = async ({ name, child, lastWords }, endpoint) => {
  for (const end = Date.now() + START_MS; Date.now() < end; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`${name} ended at its start: ${lastWords()}`);
    if (await ask({ endpoint }, "{ __typename }").catch(() => null)) return;
  }
  throw new Error(`${name} did not start in time`);
};

const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token } }";

export const signIn = async ({ endpoint }, username) => {
  const { login } = await ask({ endpoint }, LOGIN, { input: { username, password: PASSWORD } });
  return login.token;
};

export const startArchive = async (given) => {
  const server = await start("archive", "dist/main.js", given);
  const endpoint = `${server.url}/graphql`;
  await untilAnswering(server, endpoint);
  return { ...server, endpoint, token: await signIn({ endpoint }, "reviewer") };
};

const startStock = async (given) => {
  const server = await start("stock", ".cache/bench-stock/server.js", given);
  await untilAnswering(server, server.url);
  const key = new TextEncoder().encode(given.secret);
  const token = await new SignJWT({ role: "REVIEWER" }).setProtectedHeader({ alg: "HS256" }).sign(key);
  return { ...server, endpoint: server.url, token };
};

/** Both servers on one database, each with somebody signed in who may see everything. */
export const startContestants = async (given) => ({
  archive: await startArchive(given),
  stock: await startStock(given),
});
