import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "../../src/auth/password.js";
import { refusalOf } from "../support/refusal.js";

test("a password is kept as argon2id at OWASP's cost", async () => {
  expect(await hashPassword("demo-archive")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the same password is hashed differently each time, and found again", async () => {
  const [one, other] = await Promise.all([hashPassword("demo-archive"), hashPassword("demo-archive")]);
  expect(one).not.toBe(other);
  expect(await verifyPassword(one, "demo-archive")).toBe(true);
  expect(await verifyPassword(one, "demo-archivE")).toBe(false);
});

test.each([
  ["7 characters", "1234567"],
  ["129 characters", "x".repeat(129)],
])("a password of %s is refused, and not repeated", async (_, password) => {
  const refusal = await refusalOf(() => hashPassword(password));
  expect(refusal.code).toBe("BAD_USER_INPUT");
  expect(refusal.message).not.toContain(password);
});

test("8 and 128 characters are accepted, characters of two code units counting once", async () => {
  await expect(hashPassword("八个字的密码啊𠮷")).resolves.toBeDefined();
  await expect(hashPassword("𠮷".repeat(128))).resolves.toBeDefined();
});

test("it does not matter how a keyboard composed a character", async () => {
  const hash = await hashPassword("cafe\u0301-archive");
  expect(await verifyPassword(hash, "caf\u00e9-archive")).toBe(true);
});

test("without a hash no password is right, not even the one behind the dummy", async () => {
  expect(await verifyPassword(null, "demo-archive")).toBe(false);
  expect(await verifyPassword(null, "")).toBe(false);
});

test("a megabyte of password is wrong, and not hashed", async () => {
  const hash = await hashPassword("demo-archive");
  expect(await verifyPassword(hash, "x".repeat(1_000_000))).toBe(false);
});
