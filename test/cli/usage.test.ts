import { describe, expect, test } from "vitest";
import { parseOrder } from "../../src/cli/account-order.js";
import { parseLedgerOrder } from "../../src/cli/ledger-order.js";
import { parseOperationsOrder } from "../../src/cli/operations-order.js";
import { parseSchemaOrder } from "../../src/cli/schema-order.js";
import { misuse, readArguments } from "../../src/cli/usage.js";

describe.each([
  ["account", parseOrder],
  ["ledger", parseLedgerOrder],
  ["operations", parseOperationsOrder],
  ["schema", parseSchemaOrder],
])("%s", (command, parse) => {
  test("names the option it does not know, then how it is called", () => {
    expect(() => parse(["--nonsense", "secret"])).toThrow(`Unknown option '--nonsense'.\nusage: npm run ${command}`);
  });

  test("quotes no value of an option it does not know: it may be a password", () => {
    expect(() => parse(["--password=secret"])).not.toThrow("secret");
  });
});

test("a role that is none is named", () => {
  expect(() => parseSchemaOrder(["--role", "KING"])).toThrow('--role "KING" is no role.\nusage: npm run schema');
});

test("where nothing in particular is wrong there is the usage alone", () => {
  expect(misuse("usage: x").message).toBe("usage: x");
});

test("what is wrong with a command's own options is a bug, and no misuse", () => {
  const options = { a: { type: "number" as "string" } };
  expect(() => readArguments("usage: x", { args: [], options })).not.toThrow("usage: x");
});
