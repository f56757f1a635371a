import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const src = join(import.meta.dirname, "../../src");

export interface SourceFile {
  /** Below the folder of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file of src. */
export const sources = (): SourceFile[] =>
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ path: `src/${name.split(sep).join("/")}`, text: readFileSync(join(src, name), "utf8") }));
