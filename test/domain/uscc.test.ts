import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCharacterOf,
  hasRightCheckCharacter,
  USCC_ALPHABET,
  usccForm,
  usccRegion,
} from "../../src/domain/uscc.js";

const character = fc.constantFrom(...USCC_ALPHABET);
const body = fc
  .tuple(
    fc.string({ unit: character, minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 6, maxLength: 6 }),
    fc.string({ unit: character, minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(""));

describe("a unified social credit code", () => {
  it.each([
    "91350100M000100Y43",
    "91110000101623741K",
    "91440300708461136T",
    "91000000MA00000030",
    "91000000MA0000022Y",
  ])("%s is right", (code) => {
    expect(usccForm(code)).toBe(true);
    expect(hasRightCheckCharacter(code)).toBe(true);
  });

  it("of a company registered with a wrong check character is well-formed all the same", () => {
    expect(usccForm("91350211M0000XUF46")).toBe(true);
    expect(hasRightCheckCharacter("91350211M0000XUF46")).toBe(false);
  });

  it.each(["", "91350100M000100Y4", "91350100M000100Y433", "91350100M000100I43", "9135010AM000100Y43"])(
    "%o is malformed",
    (code) => expect(usccForm(code)).toBe(false),
  );

  it("tells the region it was registered in", () => expect(usccRegion("91350100M000100Y43")).toBe("350100"));

  it("has exactly one right check character", () =>
    fc.assert(
      fc.property(body, (code) => {
        const right = [...USCC_ALPHABET].filter((last) => hasRightCheckCharacter(code + last));
        expect(right).toEqual([checkCharacterOf(code)]);
      }),
    ));

  it("never survives the change of one character", () =>
    fc.assert(
      fc.property(body, fc.nat(16), character, (code, at, other) => {
        fc.pre(code.charAt(at) !== other);
        expect(checkCharacterOf(code.slice(0, at) + other + code.slice(at + 1))).not.toBe(checkCharacterOf(code));
      }),
    ));
});
