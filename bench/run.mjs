// npm run bench [-- --quick | import | search | reports | hiding | permissions | encryption | wall]: the archive against the stock use of the same packages, on one throw-away PostgreSQL.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCluster } from "../scripts/throwaway-cluster.mjs";

const QUICK = process.argv.includes("--quick");
const SETTINGS = QUICK
  ? { customers: 1000, rounds: 2, seconds: 3, warmUp: 2 }
  : { customers: 5000, rounds: 5, seconds: 6, warmUp: 4 };

const QUESTIONS = {
  list: "50 customers × 16 fields",
  nested: "20 customers × 10 statements × 1 person",
};

/** What one gives a database server of its own. */
const POSTGRESQL = { shared_buffers: "512MB", max_wal_size: "4GB" };

const compile = (project) => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const root = fileURLToPath(new URL("..", import.meta.url));
  execFileSync(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
};

const say = (line) => process.stdout.write(`${line}\n`);

const contest = async (contestants) => {
  const { ask } = await import("./contestants.mjs");
  const { compare } = await import("./rounds.mjs");
  const { sameValues } = await import("./same.mjs");
  const results = [];
  for (const [name, title] of Object.entries(QUESTIONS)) {
    const query = readFileSync(new URL(`questions/${name}.graphql`, import.meta.url), "utf8");
    const values = sameValues(await ask(contestants.archive, query), await ask(contestants.stock, query));
    say(`${title}: both answer the same ${values} values; timing ${SETTINGS.rounds} rounds`);
    results.push({ title, values, ...(await compare(contestants, query, SETTINGS)) });
  }
  return results;
};

const bench = async (url, folder) => {
  const { fill } = await import("./fill.mjs");
  const { startContestants } = await import("./contestants.mjs");
  const { tableOf, verdictOf, writeFigures } = await import("./report.mjs");
  const held = await fill(url, SETTINGS.customers);
  say(`${held.customers} customers and ${held.records} records stand beside the demo data`);
  const contestants = await startContestants({ url, folder, secret: randomBytes(32).toString("hex") });
  try {
    const results = await contest(contestants);
    say(`\n${tableOf(results)}\n\n${verdictOf(results)}`);
    if (!QUICK) writeFigures(results, { ...SETTINGS, held });
  } finally {
    await Promise.all(Object.values(contestants).map(({ stop }) => stop()));
  }
};

const IMPORT = process.argv.includes("import");
const SIZES = process.argv.map(Number).filter((size) => size > 0);

compile("tsconfig.build.json");
if (process.argv.includes("search")) {
  const { benchSearch } = await import("./search/run.mjs");
  await benchSearch({ quick: QUICK });
  process.exit();
}
if (process.argv.includes("reports")) {
  await import("./reports/run.mjs");
  process.exit();
}
if (process.argv.includes("hiding")) {
  const { benchHiding } = await import("./hiding/run.mjs");
  await benchHiding({ against: process.argv[process.argv.indexOf("hiding") + 1] });
  process.exit();
}
if (process.argv.includes("permissions")) {
  const { benchPermissions } = await import("./permissions/run.mjs");
  await benchPermissions({ quick: QUICK });
  process.exit();
}
if (process.argv.includes("wall")) {
  const { benchWall } = await import("./wall/run.mjs");
  await benchWall({ quick: QUICK });
  process.exit();
}
if (process.argv.includes("encryption")) {
  const { benchEncryption } = await import("./encryption/run.mjs");
  await benchEncryption({ quick: QUICK });
  process.exit();
}
if (!IMPORT) compile("bench/stock/tsconfig.json");
const folder = mkdtempSync(join(tmpdir(), "archive-bench-"));
const cluster = await startCluster(POSTGRESQL);
try {
  if (IMPORT) {
    const { benchImport } = await import("./import.mjs");
    await benchImport(cluster.url, SIZES.length > 0 ? SIZES : [100_000], say);
  } else await bench(cluster.url, folder);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
