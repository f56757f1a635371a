// npm run test:postgres -- [arguments of vitest]: the tests on a real PostgreSQL, TEST_DATABASE_URL or a throw-away one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startCluster } from "./throwaway-cluster.mjs";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

let child;
// First vitest ends, then the cluster it uses.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => (child ? child.kill(signal) : process.exit(1)));

const given = process.env.TEST_DATABASE_URL;
const cluster = given ? { url: given, stop: async () => {} } : await startCluster();
try {
  const env = { ...process.env, TEST_DATABASE_URL: cluster.url };
  child = spawn(process.execPath, [vitest, "run", ...process.argv.slice(2)], { stdio: "inherit", env });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
} finally {
  await cluster.stop();
}
