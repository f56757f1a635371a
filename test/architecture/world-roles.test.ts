import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROLES } from "../permissions/oracle/policy.js";

test("the long run of the worlds looks into every role there is", () => {
  const script = readFileSync("scripts/test-worlds.mjs", "utf8");
  const [, named = ""] = /^const ROLES = "([A-Z ]+)"\.split/m.exec(script) ?? [];
  expect(named.split(" ").sort()).toEqual([...ROLES].sort());
});
