// npm run example -- NAME [--as USERNAME] [--code CODE] [--by DIMENSIONS] [--purpose PURPOSE]: examples/NAME.ts, asked of ARCHIVE_URL.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");
/** The address of an archive stands for that of its API. */
const given = new URL(process.env.ARCHIVE_URL || "http://localhost:4000");
const url = given.pathname === "/" ? new URL("graphql", given).href : given.href;
const password = process.env.DEMO_PASSWORD || "demo-archive";

const names = readdirSync(join(root, "examples"))
  .filter((file) => file.endsWith(".ts") && existsSync(join(root, "examples", file.replace(/ts$/, "graphql"))))
  .map((file) => file.slice(0, -".ts".length));

const OPTIONS = {
  as: { type: "string" },
  code: { type: "string" },
  by: { type: "string" },
  purpose: { type: "string" },
};

const usage = () => {
  process.stderr.write(
    `npm run example -- NAME [--as USERNAME] [--code CUSTOMER] [--by DIMENSION,…] [--purpose PURPOSE], where NAME is one of: ${names.join(", ")}\n`,
  );
  process.exit(1);
};

const read = () => {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch {
    return usage();
  }
};

const { values, positionals } = read();
const [name] = positionals;
if (!names.includes(name)) usage();

try {
  const { run } = await import(`../dist/examples/${name}.js`);
  process.stdout.write(`${await run(url, password, values)}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
