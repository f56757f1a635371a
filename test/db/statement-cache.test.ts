import { describe, expect, test } from "vitest";
import type { AccessPlan } from "../../src/auth/access-plan.js";
import type { Statement } from "../../src/db/selection/statement.js";
import { StatementCache } from "../../src/db/selection/statement-cache.js";

const plan = (): AccessPlan => ({}) as AccessPlan;
const statement = (length: number): Statement => ({ text: "x".repeat(length), fill: () => [], finish: undefined });

/** How often one is compiled, asked for again and again. */
const counting = (cache: StatementCache) => {
  let count = 0;
  const ask = (of: AccessPlan, key: string, length = 100): Statement =>
    cache.get(of, key, () => {
      count += 1;
      return statement(length);
    });
  return { ask, compiled: () => count };
};

describe("a statement that was compiled", () => {
  test("is compiled once for a plan and a key, and anew for another of either", () => {
    const { ask, compiled } = counting(new StatementCache());
    const [one, other] = [plan(), plan()];
    expect(ask(one, "a")).toBe(ask(one, "a"));
    expect(compiled()).toBe(1);
    expect(new Set([ask(one, "a"), ask(one, "b"), ask(other, "a")]).size).toBe(3);
    expect(compiled()).toBe(3);
  });

  test("is forgotten when as many characters were asked for since, under whatever plans", () => {
    const { ask, compiled } = counting(new StatementCache());
    const first = plan();
    ask(first, "a");
    for (let i = 0; i < 50; i++) ask(plan(), `b${i}`, 200_000);
    expect(compiled()).toBe(51);
    ask(first, "a");
    expect(compiled()).toBe(52);
  });

  test("drives out nothing when it is very long: it is compiled each time", () => {
    const { ask, compiled } = counting(new StatementCache());
    const one = plan();
    ask(one, "a");
    for (let i = 0; i < 50; i++) ask(one, "long", 1_000_000);
    ask(one, "a");
    expect(compiled()).toBe(51);
  });
});
