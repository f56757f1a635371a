import { readFileSync } from "node:fs";

const README = readFileSync("README.md", "utf8");

/** An operation as the README writes it, by its name. */
export const documented = (name: string): string => {
  const [, document] = new RegExp(`\`{3}graphql\\n(\\w+ ${name}\\b.*?)\`{3}`, "s").exec(README) ?? [];
  if (document === undefined) throw new Error(`the README has no ${name}`);
  return document;
};
