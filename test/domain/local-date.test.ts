import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  compareDates,
  type LocalDate,
  parseLocalDate,
  spanHolds,
  todayIn,
  yearsBetween,
} from "../../src/domain/local-date.js";

const day = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate);

describe("a day", () => {
  it.each(["2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01"])(
    "%s is none",
    (text) => expect(parseLocalDate(text)).toBeNull(),
  );

  it.each(["", "2026-3-1", "20260301", "2026-03-01T00:00:00Z", "+12026-03-01", "2026-03-01 "])(
    "%o is not one",
    (text) => expect(parseLocalDate(text)).toBeNull(),
  );

  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "0099-12-31", "9999-12-31"])("%s is one", (text) =>
    expect(parseLocalDate(text)).toBe(text),
  );

  it("comes back when days are added and taken away", () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.integer({ min: -9999, max: 9999 }),
        (date, days) => {
          const from = date.toISOString().slice(0, 10) as LocalDate;
          const moved = addDays(from, days);
          expect(addDays(moved, -days)).toBe(from);
          expect(Math.sign(compareDates(moved, from))).toBe(Math.sign(days));
        },
      ),
    ));

  it("is read as it is written", () =>
    fc.assert(
      fc.property(day, (text) => {
        expect(parseLocalDate(text)).toBe(text);
      }),
    ));

  it("is never outside the calendar's four-digit years", () =>
    expect(() => addDays("9999-12-31" as LocalDate, 1)).toThrow(RangeError));

  it("begins in Shanghai eight hours before it does in London", () => {
    const instant = new Date("2026-03-09T17:00:00Z");
    expect(todayIn("Asia/Shanghai", instant)).toBe("2026-03-10");
    expect(todayIn("Europe/London", instant)).toBe("2026-03-09");
  });

  it("on which a span ends is outside it", () => {
    const [from, until] = ["2026-01-01", "2026-02-01"] as [LocalDate, LocalDate];
    expect(spanHolds(from, until, from)).toBe(true);
    expect(spanHolds(from, until, addDays(until, -1))).toBe(true);
    expect(spanHolds(from, until, until)).toBe(false);
    expect(spanHolds(from, null, until)).toBe(true);
    expect(spanHolds(from, null, addDays(from, -1))).toBe(false);
  });
});

describe("whole years", () => {
  it.each([
    ["2024-12-01", "2026-12-01", 2],
    ["2024-12-02", "2026-12-01", 1],
    ["2016-12-01", "2026-12-01", 10],
    ["2024-02-29", "2025-02-28", 0],
    ["2024-02-29", "2025-03-01", 1],
    ["2026-12-01", "2026-12-01", 0],
  ])("from %s to %s are %i", (from, to, years) => expect(yearsBetween(from as LocalDate, to as LocalDate)).toBe(years));
});
