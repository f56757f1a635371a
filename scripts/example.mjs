// npm run example -- NAME: examples/NAME.ts, asked of ARCHIVE_URL.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const url = process.env.ARCHIVE_URL || "http://localhost:4000/graphql";
const password = process.env.DEMO_PASSWORD || "demo-archive";

const names = readdirSync(join(root, "examples"))
  .filter((file) => file.endsWith(".ts") && existsSync(join(root, "examples", file.replace(/ts$/, "graphql"))))
  .map((file) => file.slice(0, -".ts".length));

const [name] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`npm run example -- NAME, where NAME is one of: ${names.join(", ")}\n`);
  process.exit(1);
}

try {
  const { run } = await import(`../dist/examples/${name}.js`);
  process.stdout.write(`${await run(url, password)}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
