// npm run generate [-- --check]: whatever follows from the code and is kept beside it for people and tools to read.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { generate, loadContext } from "@graphql-codegen/cli";
import { runNode, tool } from "./tool.mjs";

const root = join(import.meta.dirname, "..");
const checking = process.argv.includes("--check");
process.chdir(root);

const end = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const outputOf = async (...args) => {
  const { ok, out, all } = await runNode(args);
  return ok ? out : end(all);
};

const outdated = [];
const keep = (file, text) => {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  outdated.push(file);
  if (checking) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** codegen reads schema.graphql: after it is written. */
const typedDocuments = async () => {
  const context = await loadContext("codegen.ts");
  context.updateConfig({ silent: true });
  return generate(context, false);
};

await outputOf(tool("typescript", "tsc"), "-p", "tsconfig.build.json");
keep("schema.graphql", await outputOf("dist/cli/schema.js"));
const promise = readFileSync("docs/permissions/promise.md", "utf8").trim();
keep(
  "docs/permissions.md",
  (await outputOf("dist/cli/permissions.js")).replace("<!-- promise -->", () => promise),
);
for (const { filename, content } of await typedDocuments().catch((error) => end(error.message)))
  keep(relative(root, join(root, filename)), content);

if (checking && outdated.length > 0) end(`Out of date: ${outdated.join(", ")}. Run: npm run generate`);
process.stdout.write(outdated.length > 0 ? `Written: ${outdated.join(", ")}\n` : "Everything is current.\n");
