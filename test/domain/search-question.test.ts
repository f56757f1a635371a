import { describe, expect, it } from "vitest";
import { searchQuestion } from "../../src/domain/search/search-question.js";
import { syllablesOf } from "../../src/domain/search/syllables.js";

describe("what letters may be read as", () => {
  it("is every way to part them into syllables, the last of which may just have begun", () => {
    expect(syllablesOf("xian")).toEqual([["xian"], ["xia", "n"], ["xi", "an"], ["xi", "a", "n"]]);
    expect(syllablesOf("zhangsh")).toContainEqual(["zhang", "sh"]);
  });

  it("is found out at once, whether or not there is any", () => {
    const from = performance.now();
    expect(syllablesOf(`${"xian".repeat(22)}uu`)).toEqual([]);
    expect(syllablesOf("xian".repeat(40))).toHaveLength(16);
    expect(performance.now() - from).toBeLessThan(1000);
  });

  it("is nothing with more syllables than an entry has", () => {
    expect(syllablesOf("an".repeat(60))).toContainEqual(Array(60).fill("an"));
    expect(syllablesOf("an".repeat(100))).toEqual([]);
  });
});

describe("a question", () => {
  it.each(["an".repeat(100), "xianganangenan".repeat(14), "nang".repeat(50), "1a".repeat(100), "长安".repeat(100)])(
    "stays small, however long what is asked for: %s",
    (word) => {
      const { ranks, words } = searchQuestion(word.slice(0, 200));
      for (const { query } of [...ranks, ...words]) expect(query.length).toBeLessThan(16_000);
    },
  );
});
