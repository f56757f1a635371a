import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decryptBytes, decryptText, encryptBytes, encryptText, Unreadable } from "../../../src/db/encryption/cipher.js";
import { isCiphertext } from "../../../src/db/encryption/ciphertext.js";
import { testKey, testVault } from "../../support/vault.js";

const [k1, k2] = [testKey("k1"), testKey("k2")];
const keys = new Map([k1, k2].map((key) => [key.id, key]));
const PLACE = "information_record.id_number.01890000-0000-7000-8000-000000000001";
const value = fc.string({ unit: "grapheme", maxLength: 80 });

const faultOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
  return undefined;
};

describe("a ciphertext", () => {
  test("is read where it was made, with its key among others, and is in the form the database asks for", () =>
    fc.assert(
      fc.property(value, fc.constantFrom(k1, k2), (text, key) => {
        const stored = encryptText(key, PLACE, text);
        expect(isCiphertext(stored)).toBe(true);
        expect(stored.startsWith(`v1.${key.id}.`)).toBe(true);
        expect(decryptText(keys, PLACE, stored)).toBe(text);
      }),
    ));

  test("of bytes likewise", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const stored = encryptBytes(k1, PLACE, bytes);
        expect([...decryptBytes(keys, PLACE, stored)]).toEqual([...bytes]);
      }),
    ));

  test("never comes twice: every one has a nonce of its own", () => {
    const made = Array.from({ length: 500 }, () => encryptText(k1, PLACE, "11010519491231002X"));
    expect(new Set(made.map((each) => each.slice("v1.k1.".length, "v1.k1.".length + 16))).size).toBe(500);
  });

  test("holds nothing of what it says", () =>
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 64 }), (text) => {
        const stored = encryptText(k1, PLACE, text);
        expect(stored).not.toContain(text);
        expect(Buffer.from(stored.split(".")[2] ?? "", "base64url").includes(Buffer.from(text))).toBe(false);
      }),
    ));
});

describe("is not read", () => {
  test("a ciphertext changed in any character: header, key, nonce, tag or text", () =>
    fc.assert(
      fc.property(value, fc.nat(), fc.constantFrom(..."abcXYZ019-_.=+/ é"), (text, at, other) => {
        const stored = encryptText(k1, PLACE, text);
        const position = at % stored.length;
        fc.pre(stored[position] !== other);
        const changed = stored.slice(0, position) + other + stored.slice(position + 1);
        expect(faultOf(() => decryptText(keys, PLACE, changed))).toMatch(/^(NO_CIPHERTEXT|UNKNOWN_KEY|NOT_AUTHENTIC)$/);
      }),
      { numRuns: 1000 },
    ));

  test("bytes changed in any bit", () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
        const stored = encryptBytes(k1, PLACE, bytes);
        const position = at % stored.length;
        stored[position] = (stored[position] ?? 0) ^ (1 << bit);
        expect(faultOf(() => decryptBytes(keys, PLACE, stored))).toBeDefined();
      }),
      { numRuns: 1000 },
    ));

  test("one cut short or made longer", () =>
    fc.assert(
      fc.property(value, fc.nat(), (text, at) => {
        const stored = encryptText(k1, PLACE, text);
        expect(faultOf(() => decryptText(keys, PLACE, stored.slice(0, at % stored.length)))).toBeDefined();
        expect(faultOf(() => decryptText(keys, PLACE, `${stored}AAAA`))).toBeDefined();
      }),
    ));

  test.each([
    ["of another row", "information_record.id_number.01890000-0000-7000-8000-000000000002"],
    ["of another column", "information_record.bank_account.01890000-0000-7000-8000-000000000001"],
    ["of another table", "import_rejected.id_number.01890000-0000-7000-8000-000000000001"],
  ])("one %s", (_, place) => {
    expect(faultOf(() => decryptText(keys, place, encryptText(k1, PLACE, "x")))).toBe("NOT_AUTHENTIC");
  });

  test("one under a key that is not configured, or under another key of the same name", () => {
    const stored = encryptText(k1, PLACE, "x");
    expect(faultOf(() => decryptText(new Map([["k2", k2]]), PLACE, stored))).toBe("UNKNOWN_KEY");
    expect(faultOf(() => decryptText(new Map([["k1", k2]]), PLACE, stored))).toBe("NOT_AUTHENTIC");
  });

  test("what is in clear", () => {
    expect(faultOf(() => decryptText(keys, PLACE, "11010519491231002X"))).toBe("NO_CIPHERTEXT");
    expect(faultOf(() => decryptBytes(keys, PLACE, Buffer.from("编号,姓名")))).toBe("NO_CIPHERTEXT");
  });
});

describe("a vault", () => {
  test("tells whoever runs the archive where it cannot read, answers nothing, and quotes nothing", () => {
    const heard: string[] = [];
    const vault = testVault(["k2"], (place, fault) => void heard.push(`${place} ${fault}`));
    const stored = testVault().encrypt("information_record.id_number", "7", "11010519491231002X");
    expect(vault.show("information_record.id_number", "7", stored)).toBeNull();
    expect(heard).toEqual(["information_record.id_number.7 UNKNOWN_KEY"]);
  });

  test("makes equal fingerprints of equal values of a column, others of another column or under another key", () => {
    const [here, there] = [testVault(), testVault(["k2"])];
    const lookup = here.lookup("information_record.id_number", "a");
    expect(there.lookup("information_record.id_number", "a")).toBe(lookup);
    expect(here.lookup("information_record.id_number", "b")).not.toBe(lookup);
    expect(here.lookup("information_record.bank_account", "a")).not.toBe(lookup);
    expect(lookup).toMatch(/^h1\.[\w-]{43}$/);
  });
});
