// npm run check [-- STEP…]: one line per step, and an end at the first that fails.
import { join } from "node:path";
import { runNode, tool } from "./tool.mjs";

process.chdir(join(import.meta.dirname, ".."));

const LAYERS = ["--config", ".dependency-cruiser.cjs", "src", "test", "clients", "examples", "scripts"];
const REPORTERS = ["--reporter=default", "--reporter=json", "--outputFile.json=.cache/tests/embedded.json"];

const STEPS = {
  style: [tool("@biomejs/biome", "biome"), "check", "."],
  types: [tool("typescript", "tsc"), "--noEmit"],
  layers: [tool("dependency-cruiser", "depcruise"), ...LAYERS],
  unused: [tool("knip"), "--no-progress"],
  generated: ["scripts/generate.mjs", "--check"],
  migrations: ["scripts/check-migrations.mjs"],
  grants: ["scripts/check-grants.mjs"],
  tests: [tool("vitest"), "run", ...REPORTERS],
};

const LOUD = new Set(["tests"]);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STEPS);

for (const name of wanted) {
  const step = STEPS[name];
  if (step === undefined) throw new Error(`No step ${name}: ${Object.keys(STEPS).join(", ")}`);
  const started = performance.now();
  const { ok, all } = await runNode(step, { show: LOUD.has(name) });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!ok) process.stdout.write(all);
  process.stdout.write(`${ok ? "✓" : "✗"} ${name.padEnd(12)}${seconds.padStart(6)} s\n`);
  if (!ok) process.exit(1);
}
