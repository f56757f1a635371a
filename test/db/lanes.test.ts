import { describe, expect, it } from "vitest";
import { Lanes } from "../../src/db/wall/lanes.js";

/** Work that has a lane until it is told to end. */
const holding = (lanes: Lanes<number>, holder: string | null) => {
  const work = { has: false, finish: () => {} };
  const done = lanes.alone(() => {
    work.has = true;
    return new Promise<void>((resolve) => {
      work.finish = resolve;
    });
  }, holder);
  const end = (): Promise<void> => {
    work.finish();
    return done;
  };
  return { has: () => work.has, end };
};

describe("of four lanes", () => {
  it("whoever asks for more than half waits, and others do not wait with them", async () => {
    const lanes = new Lanes([1, 2, 3, 4]);
    const greedy = [1, 2, 3, 4].map(() => holding(lanes, "greedy"));
    const others = ["a", "b"].map((name) => holding(lanes, name));
    expect(greedy.map(({ has }) => has())).toEqual([true, true, false, false]);
    expect(others.map(({ has }) => has())).toEqual([true, true]);
    await greedy[0]?.end();
    expect(greedy.map(({ has }) => has())).toEqual([true, true, true, false]);
  });

  it("all are nobody's in particular", () => {
    const lanes = new Lanes([1, 2, 3, 4]);
    const system = [1, 2, 3, 4].map(() => holding(lanes, null));
    expect(system.every(({ has }) => has())).toBe(true);
  });

  it("one that is given back goes to the first who may have it", async () => {
    const lanes = new Lanes([1, 2]);
    const [first, second] = [holding(lanes, "greedy"), holding(lanes, null)];
    const [again, other] = [holding(lanes, "greedy"), holding(lanes, "other")];
    await second.end();
    expect([again.has(), other.has()]).toEqual([false, true]);
    await first.end();
    expect(again.has()).toBe(true);
  });

  it("one is given back by work that fails, too", async () => {
    const lanes = new Lanes([1]);
    await expect(lanes.alone(() => Promise.reject(new Error("no")), "a")).rejects.toThrow("no");
    expect(await lanes.alone(async (lane) => lane, "a")).toBe(1);
  });
});
