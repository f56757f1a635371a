import { describe, expect, it } from "vitest";
import {
  amount,
  choice,
  code,
  count,
  date,
  flag,
  properName,
  readField,
  readFields,
  text,
} from "../../src/domain/field-form.js";
import { expectRefusal } from "../support/refusal.js";

describe("a field that is sent", () => {
  it("is trimmed, and null when nothing is left", () => {
    expect(readField("name", text(5), "  Acme ")).toBe("Acme");
    expect(readField("name", text(5), "   ")).toBeNull();
    expect(readField("name", text(5), undefined)).toBeNull();
  });

  it("is measured in characters, not in code units", () => {
    expect(readField("name", text(2), "𠀀𠀁")).toBe("𠀀𠀁");
    return expectRefusal(() => readField("name", text(2), "𠀀𠀁𠀂"), "BAD_USER_INPUT", "name");
  });

  it("of a code is folded to one form", () => expect(readField("uscc", code(9), " ９1ma ")).toBe("91MA"));

  it("keeps the marks that languages write with", () => {
    for (const given of ["می\u200cخواهم", "👩\u200d💼", "\u200fעברית", "甲\ufe00"])
      expect(readField("note", text(20), given)).toBe(given);
    expect(readField("name", properName(20), "می\u200cخواهم")).toBe("می\u200cخواهم");
  });

  it.each([
    [text(9), "a\0b"],
    [text(9), 1],
    [text(9), "\u200b"],
    [text(9), "\u3164"],
    [text(9), "\u2800\u00ad"],
    [text(9), "a\ud800"],
    [properName(9), "\ufeff\u200b"],
    [properName(9), "甲\u202e乙"],
    [properName(9), "甲\u2066乙"],
    [properName(9), "\udc00甲"],
    [code(9), "a\0b"],
    [code(9), "N1\u200b"],
    [code(9), "N\u00ad1"],
    [code(9), "N\ud800"],
    [date, "2026-02-30"],
    [amount, "1e400"],
    [count, -1],
    [count, 1.5],
    [count, 2 ** 31],
    [flag, "yes"],
    [choice(["A", "B"]), "C"],
  ])("is refused by its name when it is not as %o asks: %o", async (form, given) => {
    const { message } = await expectRefusal(() => readField("field", form, given), "BAD_USER_INPUT", "field");
    expect(message).toContain("field must be");
    expect(message).not.toContain(String(given));
  });

  it("is not read when nobody asked for it", () => {
    const sent: object = { name: "Acme", role: "ADMIN" };
    expect(readFields({ name: text(9), on: date }, sent)).toEqual({ name: "Acme", on: null });
  });
});
