import { readdirSync, readFileSync } from "node:fs";

const FILES = ["README.md", ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))];
const TEXT = FILES.map((file) => readFileSync(file, "utf8")).join("\n");

/** An operation as the README or a document writes it, by its name. */
export const documented = (name: string): string => {
  const [, document] = new RegExp(`\`{3}graphql\\n(\\w+ ${name}\\b[^\`]*)\`{3}`).exec(TEXT) ?? [];
  if (document === undefined) throw new Error(`no document has ${name}`);
  return document;
};
