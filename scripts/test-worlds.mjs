// npm run test:worlds [-- --operations N] [--role ROLE,ROLE …] [--seed S] [--postgresql]: two worlds, looked into longer than `npm test`
// does; with --postgresql on a throw-away PostgreSQL (or TEST_DATABASE_URL) instead of the embedded database, in less time.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "./throwaway-cluster.mjs";
import { runVitest } from "./tool.mjs";

process.chdir(join(import.meta.dirname, ".."));

const ROLES = "CLERK COLLECTOR VERIFIER REVIEWER ANALYST ARCHIVIST COMPLIANCE REPORTER AUDITOR ADMIN".split(" ");
const TEST = "test/permissions/two-worlds.test.ts";

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const { values } = parseArgs({
  options: {
    operations: { type: "string" },
    role: { type: "string" },
    seed: { type: "string" },
    postgresql: { type: "boolean", default: false },
  },
});
const operations = Number(values.operations ?? 100_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const roles = values.role ? values.role.toUpperCase().split(",") : ROLES;
if (!Number.isSafeInteger(operations) || operations < 1) fail("--operations: a whole number from 1 on");
if (!Number.isSafeInteger(seed)) fail("--seed: a whole number");
for (const role of roles) if (!ROLES.includes(role)) fail(`--role: one of ${ROLES.join(", ")}`);

// Every process has an archive twice, and one core.
const processes = Math.min(roles.length, availableParallelism());
const shares = Array.from({ length: processes }, (_, i) => roles.filter((_role, at) => at % processes === i));

const given = process.env.TEST_DATABASE_URL;
const cluster = values.postgresql && !given ? await startCluster() : undefined;

const run = async (share) => {
  const env = {
    TEST_DATABASE_URL: values.postgresql ? (given ?? cluster.url) : "",
    WORLD_OPERATIONS: String(operations),
    WORLD_SEED: String(seed),
    WORLD_ROLES: share.join(","),
  };
  return (await runVitest([TEST, "--reporter=dot", "--silent=false"], env)) === 0;
};

const where = values.postgresql ? "on PostgreSQL" : "embedded";
process.stdout.write(
  `${operations} operations each as ${roles.join(", ")}, ${where}; seed ${seed}, ${processes} processes\n`,
);
const started = performance.now();
const done = await Promise.all(shares.map(run)).finally(() => cluster?.stop());
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
process.stdout.write(`${done.every(Boolean) ? "Alike" : "NOT ALIKE"} after ${minutes} min; again: --seed ${seed}\n`);
process.exitCode = done.every(Boolean) ? 0 : 1;
