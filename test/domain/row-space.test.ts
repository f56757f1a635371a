import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowSpace } from "../../src/domain/statistics/row-space.js";
import { RebuiltRowSpace } from "../support/rebuilt-row-space.js";

const SIZE = 12;
const NUMBERS = Array.from({ length: SIZE }, (_, i) => i);

const some = fc.subarray(NUMBERS, { minLength: 1 });

const made = fc.record({
  sums: fc.array(some, { maxLength: 14 }),
  /** In the order in which they become unknown, the first few before anything is added up. */
  unknown: fc.shuffledSubarray(NUMBERS, { minLength: 1 }),
  before: fc.nat(SIZE),
  asked: fc.array(some, { minLength: 8, maxLength: 8 }),
});

type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

/** What is known of the numbers that are unknown, and of no other: these come in their order. */
const rebuilt = (sums: Made["sums"], unknown: readonly number[]) => {
  const inOrder = [...unknown].sort((a, b) => a - b);
  const places = (members: readonly number[]) =>
    members.flatMap((each) => inOrder.indexOf(each)).filter((at) => at >= 0);
  const space = new RebuiltRowSpace(
    inOrder.length,
    sums.map(places).filter((sum) => sum.length > 0),
  );
  return {
    gives: (members: readonly number[]) => space.gives(places(members)),
    sums: [...space.sums()].map((sum) => sum.map((at) => inOrder[at])),
  };
};

const textsOf = (sums: readonly (readonly unknown[])[]): string[] => sums.map((sum) => sum.join()).sort();

describe("what follows from sums is the same, number by number that becomes unknown, as reckoned anew", () => {
  test("which sums of unknowns follow, and which stand in the simplest form", () => {
    const seen = { follows: 0, does: 0, sums: 0 };
    const check = ({ sums, unknown, before, asked }: Made) => {
      const space = new RowSpace(SIZE, unknown.slice(0, before));
      for (const sum of sums) space.add(sum);
      for (let at = Math.min(before, unknown.length); ; at++) {
        const now = unknown.slice(0, at);
        const expected = rebuilt(sums, now);
        expect(textsOf([...space.sums()])).toEqual(textsOf(expected.sums));
        seen.sums += expected.sums.length;
        for (const members of [
          ...now.map((each) => [each]),
          ...asked.map((each) => each.filter((i) => now.includes(i))),
        ]) {
          const follows = expected.gives(members);
          expect(space.gives(members)).toBe(follows);
          seen[follows ? "follows" : "does"] += 1;
        }
        const next = unknown[at];
        if (next === undefined) return;
        space.forget(next);
      }
    };
    fc.assert(fc.property(made, check), { numRuns: 1500 });
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(1000);
  });
});
