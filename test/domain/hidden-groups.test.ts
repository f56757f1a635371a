import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, hiddenGroups } from "../../src/domain/statistics/hidden-groups.js";
import { pause } from "../support/pause.js";

/** Fractions kept whole: an elimination that rounds nothing and shares nothing with the one it tests. */
const rankOf = (rows: readonly (readonly bigint[])[]): number => {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  const width = left[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const found = left.findIndex((row, i) => i >= rank && row[column] !== 0n);
    if (found === -1) continue;
    [left[rank], left[found]] = [left[found] as bigint[], left[rank] as bigint[]];
    const pivot = left[rank] as bigint[];
    for (let i = 0; i < left.length; i++) {
      const row = left[i] as bigint[];
      const factor = row[column] as bigint;
      if (i === rank || factor === 0n) continue;
      left[i] = row.map((value, j) => value * (pivot[column] as bigint) - (pivot[j] as bigint) * factor);
    }
    rank += 1;
  }
  return rank;
};

interface Person {
  readonly keys: readonly string[];
  readonly amount: bigint;
}

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

const isSmall = (people: readonly Person[], weighs: boolean): boolean => {
  if (people.length < 5) return true;
  if (!weighs) return false;
  const sizes = people.map(({ amount }) => sizeOf(amount));
  const total = sizes.reduce((a, b) => a + b, 0n);
  return sizes.some((size) => size * 100n > total * 85n);
};

const people = (dimensions: number) =>
  fc.array(
    fc.record({
      keys: fc.tuple(...Array.from({ length: dimensions }, () => fc.constantFrom("a", "b", "c", "d"))),
      amount: fc.oneof({ weight: 8, arbitrary: fc.bigInt(-50n, 200n) }, { weight: 1, arbitrary: fc.constant(90_000n) }),
    }),
    { minLength: 1, maxLength: 120 },
  );

const partsOf = (all: readonly Person[], mask: number): Map<string, Person[]> => {
  const parts = new Map<string, Person[]>();
  for (const person of all) {
    const key = JSON.stringify(person.keys.map((value, i) => ((mask >> i) & 1 ? [value] : 0)));
    parts.set(key, [...(parts.get(key) ?? []), person]);
  }
  return parts;
};

const cellsOf = (all: readonly Person[], dimensions: number, weighs: boolean): Cell[] =>
  [...partsOf(all, (1 << dimensions) - 1).values()].map((members) => {
    const sizes = members.map(({ amount }) => (weighs ? sizeOf(amount) : 0n));
    const total = sizes.reduce((a, b) => a + b, 0n);
    const largest = sizes.reduce((a, b) => (a > b ? a : b), 0n);
    return { keys: members[0]?.keys ?? [], mass: { customers: members.length, total, largest } };
  });

/** Everything the table and its totals show, as sums over the finest groups; then what else follows from it. */
const attack = async (all: readonly Person[], dimensions: number, weighs: boolean): Promise<string[]> => {
  const hidden = await hiddenGroups(dimensions, cellsOf(all, dimensions, weighs), { apart: true, pause });
  const whole = (1 << dimensions) - 1;
  const finest = [...partsOf(all, whole).values()];
  // A table that shows nothing says nothing: what its totals show is judged as tables of their own.
  if (hidden(whole).size === finest.length) return [];
  const rowOf = (part: readonly Person[]) => finest.map((cell) => (part.includes(cell[0] as Person) ? 1n : 0n));
  const masks = Array.from({ length: whole + 1 }, (_, mask) => mask);
  const groups = masks.flatMap((mask) => [...partsOf(all, mask)].map(([key, part]) => ({ mask, key, part })));
  const known = groups.filter(({ mask, key }) => !hidden(mask).has(key)).map(({ part }) => rowOf(part));
  const rank = rankOf(known);
  const betrayed = groups.filter(({ part }) => isSmall(part, weighs) && rankOf([...known, rowOf(part)]) === rank);
  const shown = groups.filter(({ mask, key, part }) => isSmall(part, weighs) && !hidden(mask).has(key));
  const rests = groups
    .filter(({ mask, key }) => mask !== whole && !hidden(mask).has(key))
    .flatMap(({ mask, key, part }) =>
      masks
        .filter((finer) => (finer & mask) === mask && finer !== mask)
        .map((finer) => {
          const left = [...partsOf(part, finer)].filter(([each]) => hidden(finer).has(each)).flatMap(([, p]) => p);
          return left.length > 0 && isSmall(left, weighs) && left.length < part.length ? `${key} less ${finer}` : "";
        }),
    );
  return [...betrayed.map(({ key }) => key), ...shown.map(({ key }) => key), ...rests.filter(Boolean)];
};

const RUNS = { 0: 20, 1: 2000, 2: 2000, 3: 600 } as const;

describe.each([0, 1, 2, 3] as const)("of a table of %i dimensions and all its totals", (dimensions) => {
  test.each([
    ["no group of fewer than five customers", false],
    ["no sum that one customer dominates", true],
  ])("%s is shown, nor follows from what is shown", async (_, weighs) => {
    await fc.assert(
      fc.asyncProperty(people(dimensions), async (all) => {
        expect(await attack(all, dimensions, weighs)).toEqual([]);
      }),
      { numRuns: RUNS[dimensions] },
    );
  });
});

test("what is hidden is the same in whatever order the groups come: two answers to one question give no more than one", async () => {
  const shuffled = people(2).chain((all) => {
    const cells = cellsOf(all, 2, true);
    return fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length }));
  });
  await fc.assert(
    fc.asyncProperty(shuffled, async ([cells, others]) => {
      const one = await hiddenGroups(2, cells, { apart: true, pause });
      const other = await hiddenGroups(2, others, { apart: true, pause });
      for (const mask of [0, 1, 2, 3]) expect([...other(mask)].sort()).toEqual([...one(mask)].sort());
    }),
    { numRuns: 2000 },
  );
});
