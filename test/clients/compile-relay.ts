import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

const CONFIG = {
  src: "src",
  schema: "schema.graphql",
  language: "javascript",
  artifactDirectory: "out",
  eagerEsModules: false,
};

export interface Compiled {
  /** What the compiler said. */
  readonly said: string;
  /** What it made of an operation or a fragment, by its name. */
  // biome-ignore lint/suspicious/noExplicitAny: it types its own artifacts, for a compiler to read later
  readonly artifacts: Readonly<Record<string, any>>;
}

const compileIn = (folder: string): Compiled => {
  for (const each of ["src", "out"]) mkdirSync(join(folder, each));
  copyFileSync(join(root, "schema.graphql"), join(folder, "schema.graphql"));
  copyFileSync(join(import.meta.dirname, "relay/CustomerPage.js"), join(folder, "src/CustomerPage.js"));
  writeFileSync(join(folder, "relay.config.json"), JSON.stringify(CONFIG));
  const compiler: string = require("relay-compiler");
  const said = execFileSync(compiler, ["relay.config.json"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  const files = readdirSync(join(folder, "out"));
  const artifacts = files.map((file) => [file.slice(0, file.indexOf(".")), require(join(folder, "out", file))]);
  return { said, artifacts: Object.fromEntries(artifacts) };
};

/** Runs the Relay compiler as it comes, on `schema.graphql` and the page in `relay/`. */
export const compileRelay = (): Compiled => {
  const folder = mkdtempSync(join(tmpdir(), "relay-"));
  try {
    return compileIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
