import { describe, expect, test } from "vitest";
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
