import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchKey } from "../../src/domain/search/search-key.js";
import { normalisedName, seriesOf } from "../../src/domain/series.js";

describe("one person", () => {
  test.each([
    "阿卜杜拉·买买提",
    "阿卜杜拉•买买提",
    "阿卜杜拉・买买提",
    "阿卜杜拉･买买提",
    "阿卜杜拉‧买买提",
    "阿卜杜拉 ∙ 买买提",
  ])("is one whichever dot a keyboard has: %s", (name) => expect(normalisedName(name)).toBe("阿卜杜拉·买买提"));

  test.each(["李四", "李 四", "李　四", " 李 \t四 ", "李\u00a0四"])(
    "is one however wide the name is written: %s",
    (name) => expect(normalisedName(name)).toBe("李四"),
  );

  test.each([
    ["Li Si", "li si"],
    ["LISI", "lisi"],
    ["张 San", "张 san"],
  ])("is told by the blanks between names in letters: %s", (name, one) => expect(normalisedName(name)).toBe(one));

  const blanks = fc.stringMatching(/^[ \t\u00a0\u2003\u3000]{0,3}$/);
  const han = fc.constantFrom(..."李四王明欧阳〇々𠮷﨑");
  const spreadOut = fc.array(fc.tuple(han, blanks), { minLength: 1, maxLength: 8 });
  const join = (parts: readonly (readonly [string, string])[]) => parts.map((part) => part.join("")).join("");

  test("is one whatever blanks stand between Chinese characters", () =>
    fc.assert(
      fc.property(spreadOut, (parts) => {
        expect(normalisedName(join(parts))).toBe(parts.map(([character]) => character).join(""));
      }),
    ));

  test("is found under every writing", () =>
    fc.assert(
      fc.property(spreadOut, blanks, fc.constantFrom(..."·•‧∙⋅・･"), spreadOut, (one, blank, dot, two) => {
        const written = `${join(one)}${dot}${blank}${join(two)}`;
        expect(searchKey(written).full).toBe(searchKey(normalisedName(written)).full);
      }),
    ));

  test("is not who has the names without a dot", () =>
    expect(normalisedName("阿卜杜拉买买提")).not.toBe(normalisedName("阿卜杜拉·买买提")));
});

describe("what a correction is about", () => {
  const statement = (year: number) =>
    ({ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` }) as Parameters<typeof seriesOf<"FINANCIAL">>[1];

  test("is what it says itself: a statement of another period is of another series", () =>
    expect(seriesOf("FINANCIAL", statement(2023), "2022-01-01/2022-12-31")).toBe("2023-01-01/2023-12-31"));

  test("is the feedback it corrects, which is a series by itself", () =>
    expect(seriesOf("FEEDBACK", {} as never, "the first one")).toBe("the first one"));
});
