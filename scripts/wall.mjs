// npm run wall -- NAME: a migration that makes the second wall what the policy asks for now.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode, tool } from "./tool.mjs";

const root = join(import.meta.dirname, "..");
process.chdir(root);

const outputOf = async (...args) => {
  const { ok, out, all } = await runNode(args);
  if (ok) return out;
  process.stderr.write(all);
  process.exit(1);
};

const migrations = () => readdirSync("drizzle").filter((name) => name.endsWith(".sql"));

const name = process.argv[2] ?? "wall";
await outputOf(tool("typescript", "tsc"), "-p", "tsconfig.build.json");
const wall = await outputOf("dist/cli/wall.js");
const known = migrations();
await outputOf(tool("drizzle-kit"), "generate", "--custom", "--name", name);
for (const made of migrations().filter((each) => !known.includes(each))) {
  writeFileSync(join("drizzle", made), wall);
  process.stdout.write(`drizzle/${made}\n`);
}
