import { expect, test } from "vitest";
import { parseOrder } from "../../src/cli/account-order.js";
import { generatePassword } from "../../src/cli/new-password.js";
import { refusalOf } from "../support/refusal.js";

test("the first account needs a username; it is shown by that name unless another is given", () => {
  expect(parseOrder(["create-admin", "--username", "root"])).toEqual({ username: "root", displayName: "root" });
  const named = ["create-admin", "--username=root", "--display-name", "系统管理员"];
  expect(parseOrder(named)).toEqual({ username: "root", displayName: "系统管理员" });
});

test.each([
  [[]],
  [["create-admin"]],
  [["create-admin", "--username"]],
  [["create-admin", "--username", "root", "extra"]],
  [["create-clerk", "--username", "root"]],
  [["create-admin", "--username", "root", "--password", "in-everybody's-view"]],
])("%j is answered with the usage", async (args) => {
  expect((await refusalOf(() => parseOrder(args))).message).toContain("usage: npm run account");
});

test("generated passwords are long, and never twice the same", () => {
  expect(generatePassword()).toMatch(/^[\w-]{20}$/);
  expect(generatePassword()).not.toBe(generatePassword());
});
