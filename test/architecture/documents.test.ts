import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const inFolder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith(".md") ? [join(folder, name)] : []));

const DOCUMENTS = [...inFolder("."), ...inFolder("docs"), ...inFolder("docs/decisions")];

const textOf = (file: string): string => readFileSync(file, "utf8").replace(/^(`{3,}).*?^\1/gms, "");

/** How a heading is linked to, as GitHub makes it. */
const anchorsOf = (file: string): Set<string> => {
  const headings = [...textOf(file).matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
};

const linksIn = (file: string): string[] =>
  [...textOf(file).matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, to = ""]) => (/^[a-z]+:/.test(to) ? [] : [to]));

const isThere = (from: string, to: string): boolean => {
  const [path = "", anchor] = to.split("#");
  const file = path === "" ? from : join(dirname(from), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || (statSync(file).isFile() && anchorsOf(file).has(anchor));
};

describe("the documents", () => {
  test.each(DOCUMENTS)("%s leads nowhere that is not there", (file) => {
    expect(linksIn(file).filter((to) => !isThere(file, to))).toEqual([]);
  });

  test("are all led to: whoever begins at the README comes to each", () => {
    const met = new Set(["README.md"]);
    for (const file of met)
      for (const to of linksIn(file)) {
        const path = join(dirname(file), to.split("#")[0] ?? "");
        if (path.endsWith(".md")) met.add(path);
      }
    expect(inFolder("docs").filter((file) => !met.has(file))).toEqual([]);
  });
});
