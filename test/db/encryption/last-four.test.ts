import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastFour } from "../../../src/db/encryption/last-four.js";

describe("the mask of an account or identity number", () => {
  test.each([
    "6222000011112222333",
    "6222 0000 1111 2222 333",
    "6222-0000-1111-2222-333",
    "６２２２ 0000 1111 2222 33 3 ",
  ])("is one however the number is written: %s", (value) => expect(lastFour(value)).toBe("****2333"));

  test("is one for both cases of a check character", () =>
    expect(lastFour("11010519491231002x")).toBe(lastFour("11010519491231002X")));

  test.each(["1234567", "1234 567", "1-2-3-4-5-6-7"])("keeps nothing of fewer than eight characters: %s", (value) =>
    expect(lastFour(value)).toBe("****"),
  );

  test("keeps four of eight", () => expect(lastFour("1234 5678")).toBe("****5678"));

  const widened = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
  const writings = [
    (c: string) => c,
    (c: string) => c.toLowerCase(),
    widened,
    (c: string) => ` ${c}`,
    (c: string) => `${c}-`,
  ];
  const characters = fc.array(fc.tuple(fc.constantFrom(..."0123456789AXZ"), fc.constantFrom(...writings)), {
    maxLength: 24,
  });

  test("is made of what the number is known by, and of nothing else", () =>
    fc.assert(
      fc.property(characters, (written) => {
        const plain = written.map(([character]) => character).join("");
        const mask = plain.length < 8 ? "****" : `****${plain.slice(-4)}`;
        expect(lastFour(written.map(([character, write]) => write(character)).join(""))).toBe(mask);
      }),
    ));
});
