import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/domain/local-date.js";
import { residentIdCheck, residentIdFault } from "../../src/domain/resident-id.js";

const TODAY = "2026-03-10" as LocalDate;
const complete = (body: string) => body + residentIdCheck(body);

describe("a resident identity number", () => {
  it.each(["11010519491231002X", "440524188001010014"])("%s of the standard is right", (id) =>
    expect(residentIdFault(id, TODAY)).toBeNull(),
  );

  it.each(["", "1101051949123100", "11010519491231002x", "A1010519491231002X"])("%o is malformed", (id) =>
    expect(residentIdFault(id, TODAY)).toBe("FORM"),
  );

  it("is born on a day of the calendar", () =>
    expect(residentIdFault(complete("11010519490230002"), TODAY)).toBe("BIRTH_DATE"));

  it("is born today at the latest", () => {
    expect(residentIdFault(complete("11010520260310002"), TODAY)).toBeNull();
    expect(residentIdFault(complete("11010520260311002"), TODAY)).toBe("BIRTH_DATE");
  });

  it("has exactly one right check character", () =>
    fc.assert(
      fc.property(fc.nat(999), (order) => {
        const body = `11010519491231${String(order).padStart(3, "0")}`;
        const right = [..."0123456789X"].filter((last) => residentIdFault(body + last, TODAY) === null);
        expect(right).toEqual([residentIdCheck(body)]);
      }),
    ));
});
