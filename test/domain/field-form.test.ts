import { describe, expect, it } from "vitest";
import { amount, choice, code, count, date, flag, readField, readFields, text } from "../../src/domain/field-form.js";
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

  it.each([
    [text(9), "a\0b"],
    [text(9), 1],
    [code(9), "a\0b"],
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
