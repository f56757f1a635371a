import { describe, expect, test } from "vitest";
import { Role } from "../../src/auth/role.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { sources } from "./sources.js";

const holding = (pattern: RegExp, except: (path: string) => boolean): string[] =>
  sources().flatMap(({ path, text }) => (pattern.test(text) && !except(path) ? [path] : []));

describe("one place for", () => {
  test("the environment: src/config.ts reads it, nothing else does", () => {
    expect(
      holding(/\bprocess\s*(\.|\[\s*["'`])env\b|\benv\b[^;\n]*from "node:process"/, (path) => path === "src/config.ts"),
    ).toEqual([]);
  });

  test("role names in quotes: src/auth", () => {
    // Parts are taken by persons in whatever role; some are called alike.
    const isParts = (path: string) => path === "src/domain/four-eyes.ts";
    const named = new RegExp(`["'\`](${namesOf(Role).join("|")})["'\`]`);
    expect(holding(named, (path) => path.startsWith("src/auth/") || isParts(path))).toEqual([]);
  });

  test("decisions on the role one acts in: src/auth", () => {
    const compared = new RegExp(`[!=]==?\\s*Role\\.|Role\\.(${namesOf(Role).join("|")})\\s*[!=]==?`);
    const isSeed = (path: string) => path.startsWith("src/db/seed/");
    expect(holding(compared, (path) => path.startsWith("src/auth/") || isSeed(path))).toEqual([]);
  });

  test("the sources are found at all", () => {
    expect(sources().length).toBeGreaterThan(200);
    expect(holding(/\bprocess\.env\b/, () => false)).toEqual(["src/config.ts"]);
    expect(holding(/"AUDITOR"/, () => false)).toContain("src/auth/role.ts");
  });
});
