import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ConfigurationError } from "../../src/config.js";
import { lineOf } from "../../src/process/start-failure.js";

test("a port in use is told in one line naming the variable", async () => {
  const first = createServer().listen(0, "127.0.0.1");
  await once(first, "listening");
  const { port } = first.address() as AddressInfo;
  const second = createServer().listen(port, "127.0.0.1");
  const [error] = await once(second, "error");
  expect(lineOf(error)).toBe(`PORT: ${port} is in use; stop what uses it or choose another`);
  first.close();
});

test("a wrong configuration is told as it is, a bug without its message", () => {
  expect(lineOf(new ConfigurationError("PORT", "must be a whole number"))).toBe("PORT: must be a whole number");
  const line = lineOf(new Error("secret-value"));
  expect(line).toMatch(/^A bug ended this: .*start-failure\.test/);
  expect(line).not.toContain("secret-value");
  expect(line).not.toContain("\n");
});
