import { expect, test } from "vitest";
import { parseOrder } from "../../src/cli/account-order.js";
import { generatePassword } from "../../src/cli/new-password.js";
import { refusalOf } from "../support/refusal.js";

test("the first account needs a username; it is shown by that name unless another is given", () => {
  const command = "create-admin";
  expect(parseOrder([command, "--username", "root"])).toEqual({ command, username: "root", displayName: "root" });
  const named = ["create-admin", "--username=root", "--display-name", "系统管理员"];
  expect(parseOrder(named)).toEqual({ command, username: "root", displayName: "系统管理员" });
});

test("an administrator's password is reset by username, and by nothing else", () => {
  const command = "reset-password";
  expect(parseOrder([command, "--username", "root"])).toEqual({ command, username: "root" });
});

test.each([
  [[]],
  [["create-admin"]],
  [["create-admin", "--username"]],
  [["create-admin", "--username", "root", "extra"]],
  [["create-clerk", "--username", "root"]],
  [["reset-password"]],
  [["reset-password", "--username", "root", "--display-name", "系统管理员"]],
  [["reset-password", "--username", "root", "--password", "in-everybody's-view"]],
  [["create-admin", "--username", "root", "--password", "in-everybody's-view"]],
])("%j is answered with the usage", async (args) => {
  expect((await refusalOf(() => parseOrder(args))).message).toContain("usage: npm run account");
});

test("generated passwords are long, and never twice the same", () => {
  expect(generatePassword()).toMatch(/^[\w-]{20}$/);
  expect(generatePassword()).not.toBe(generatePassword());
});
