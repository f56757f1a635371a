import { describe, expect, test } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { excludedBy, type FourEyes, mayTake, Part, takenParts } from "../../src/domain/four-eyes.js";

/** Pairs of parts one person may not take, as the policy says them: in strict mode all but asking and deciding. */
const NOT_TOGETHER: Record<FourEyes, readonly string[]> = {
  strict: [
    "COLLECTOR VERIFIER",
    "COLLECTOR APPROVER",
    "COLLECTOR ARCHIVER",
    "REQUESTER VERIFIER",
    "VERIFIER VERIFIER",
    "VERIFIER APPROVER",
    "VERIFIER ARCHIVER",
    "APPROVER ARCHIVER",
  ],
  small: ["COLLECTOR VERIFIER", "COLLECTOR APPROVER"],
};

const PARTS = namesOf(Part);
const MODES = ["strict", "small"] as const;
const [ME, ANOTHER] = ["me", "another"];

const together = (mode: FourEyes, a: Part, b: Part): boolean =>
  !NOT_TOGETHER[mode].some((pair) => pair === `${a} ${b}` || pair === `${b} ${a}`);

/** Every set of parts. */
const SETS = Array.from({ length: 2 ** PARTS.length }, (_, bits) => PARTS.filter((_part, i) => bits & (2 ** i)));

const taken = (mine: readonly Part[], theirs: readonly Part[]) =>
  Object.fromEntries(
    PARTS.map((part) => [
      part,
      [null, ...(mine.includes(part) ? [ME] : []), ...(theirs.includes(part) ? [ANOTHER] : [])],
    ]),
  );

describe.each(MODES)("four eyes, %s", (mode) => {
  test.each(PARTS)("who may be %s depends on what the same person did before, over all combinations", (part) => {
    for (const mine of SETS)
      for (const theirs of SETS) {
        const participants = taken(mine, theirs);
        const inTheWay = mine.filter((other) => !together(mode, part, other));
        expect(mayTake(mode, part, ME, participants), `${part} after ${mine}`).toBe(inTheWay.length === 0);
        expect([...takenParts(mode, part, ME, participants)].sort()).toEqual([...inTheWay].sort());
      }
  });

  test("excludes each other's parts both ways", () => {
    for (const a of PARTS)
      for (const b of PARTS) expect(excludedBy(mode, a).includes(b)).toBe(excludedBy(mode, b).includes(a));
  });

  test("keeps nobody from a part while nothing is done yet", () => {
    for (const part of PARTS) expect(mayTake(mode, part, ME, {})).toBe(true);
  });
});

/** The fewest persons one record takes from collection to archive. */
const personsNeeded = (mode: FourEyes): number => {
  const life = [Part.COLLECTOR, Part.VERIFIER, Part.APPROVER, Part.ARCHIVER];
  const least = (left: readonly Part[], people: readonly (readonly Part[])[]): number => {
    const [next, ...rest] = left;
    if (next === undefined) return people.length;
    const given = people.map((mine, i) =>
      mine.every((other) => together(mode, next, other))
        ? least(
            rest,
            people.map((each, j) => (i === j ? [...each, next] : each)),
          )
        : Number.POSITIVE_INFINITY,
    );
    return Math.min(...given, least(rest, [...people, [next]]));
  };
  return least(life, []);
};

test("a record takes four persons, in a small company two", () => {
  expect(personsNeeded("strict")).toBe(4);
  expect(personsNeeded("small")).toBe(2);
});
