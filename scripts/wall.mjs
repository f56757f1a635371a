// npm run wall -- NAME: a migration that makes the second wall what the policy asks for now. It changes the tables where the
// wall is another one; where roles are to be others it is built anew.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareWalls, wallOf } from "./standing-wall.mjs";
import { runNode, tool } from "./tool.mjs";

process.chdir(join(import.meta.dirname, ".."));

const migrations = () => readdirSync("drizzle").filter((name) => name.endsWith(".sql"));

const { missing, excess } = await compareWalls();
const different = [...missing, ...excess];
if (different.length === 0) {
  process.stdout.write("The wall is as the policy asks already.\n");
  process.exit();
}
const everywhere = different.some(({ table }) => table === null);
const tables = [...new Set(different.map(({ table }) => table))].sort();
const known = migrations();
const { ok, all } = await runNode([tool("drizzle-kit"), "generate", "--custom", "--name", process.argv[2] ?? "wall"]);
if (!ok) {
  process.stderr.write(all);
  process.exit(1);
}
const wall = await wallOf(...(everywhere ? [] : tables));
for (const made of migrations().filter((each) => !known.includes(each))) {
  writeFileSync(join("drizzle", made), wall);
  process.stdout.write(`drizzle/${made}\n`);
}
