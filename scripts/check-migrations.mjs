// Whether the migrations in drizzle/ make the tables of src/db/tables: in a copy, drizzle-kit has nothing to add.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runNode, tool } from "./tool.mjs";

const root = join(import.meta.dirname, "..");
process.chdir(root);

const kit = tool("drizzle-kit");
// drizzle-kit takes folders of this one only.
const copy = mkdtempSync("node_modules/.migrations-");
const sqlIn = (folder) => readdirSync(folder).filter((name) => name.endsWith(".sql"));

try {
  cpSync("drizzle", copy, { recursive: true });
  const settings = ["--dialect", "postgresql", "--out", copy];
  const run = [await runNode([kit, "check", ...settings])];
  run.push(await runNode([kit, "generate", ...settings, "--schema", "src/db/tables/*.ts", "--name", "missing"]));
  const known = sqlIn("drizzle");
  const missing = sqlIn(copy).filter((name) => !known.includes(name));
  for (const { ok, all } of run) if (!ok) process.stderr.write(all);
  for (const name of missing)
    process.stderr.write(`No migration does this yet:\n${readFileSync(join(copy, name), "utf8")}\n`);
  if (missing.length > 0) process.stderr.write("Make one: npm run migrations -- NAME\n");
  process.exitCode = missing.length > 0 || run.some(({ ok }) => !ok) ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
