import { expect, test } from "vitest";
import { faultOf } from "../src/fault.js";

test("of a bug its kind, code and place are logged, never its message or that of its cause", () => {
  const cause = Object.assign(new Error("Key (mobile)=(13800138000) already exists"), { code: "23505" });
  const fault = faultOf(new Error("Failed query: insert … params: 13800138000\n    at 13800138000", { cause }));
  expect(fault).toMatchObject({ name: "Error", cause: { name: "Error", code: "23505" } });
  expect(fault.at.length).toBeGreaterThan(0);
  expect(JSON.stringify(fault)).not.toContain("13800138000");
});
