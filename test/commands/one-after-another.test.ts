import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { oneAfterAnother } from "../../src/commands/one-after-another.js";

/** Work that takes a while, and says when it begins and ends. */
const working =
  (said: string[], name: string, fails = false) =>
  async () => {
    said.push(`${name} begins`);
    await pause(5);
    said.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };

describe("what is done one after another", () => {
  test("begins in the order of asking, once what was before it has ended, failed or not", async () => {
    const said: string[] = [];
    const outcomes = await Promise.allSettled([
      oneAfterAnother("key", working(said, "first", true)),
      oneAfterAnother("key", working(said, "second")),
      oneAfterAnother("key", working(said, "third")),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(said).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test("waits for nothing of another key", async () => {
    const said: string[] = [];
    await Promise.all([oneAfterAnother("a", working(said, "a")), oneAfterAnother("b", working(said, "b"))]);
    expect(said.slice(0, 2).sort()).toEqual(["a begins", "b begins"]);
  });

  test("answers each what its own work answers", async () => {
    const answers = [1, 2, 3].map((value) => oneAfterAnother("key", async () => value));
    expect(await Promise.all(answers)).toEqual([1, 2, 3]);
  });
});
