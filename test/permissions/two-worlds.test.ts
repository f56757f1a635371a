import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ROLES } from "./oracle/policy.js";
import { Coverage } from "./worlds/coverage.js";
import { look } from "./worlds/look.js";
import { openTwoArchives, type TwoArchives } from "./worlds/two-archives.js";

/** How many operations each role asks: `npm run test:worlds` and .ci/run ask more than `npm test`. */
const OPERATIONS = Number(process.env.WORLD_OPERATIONS ?? 200);
const SEED = Number(process.env.WORLD_SEED ?? 5);
const LOOKING = (process.env.WORLD_ROLES ?? ROLES.join(",")).split(",");

/** With all tests on PostgreSQL the worlds are left out: .ci/run looks into them there by itself, and longer. */
const elsewhere = inject("testRun") !== null && process.env.WORLD_OPERATIONS === undefined;

/** From so many operations on next to nothing is left out. */
const ENOUGH = 2_000;
const PER_OPERATION_MS = 400;

let two: TwoArchives;
beforeAll(async () => {
  if (!elsewhere) two = await openTwoArchives(LOOKING.map((role) => role.toLowerCase()));
}, 120_000);
afterAll(() => two?.close());

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A line for whoever waits, and an estimate. */
const progress = (role: string): ((done: number) => void) | undefined => {
  if (OPERATIONS < ENOUGH) return undefined;
  const started = performance.now();
  return (done) => {
    if (done % 1_000 !== 0) return;
    const left = ((performance.now() - started) / done) * (OPERATIONS - done);
    process.stderr.write(`  ${role} ${done} of ${OPERATIONS}, ${Math.ceil(left / 60_000)} min left\n`);
  };
};

/** At once: the other roles may take hours more. */
const tell = (error: Error): never => {
  process.stderr.write(`${error.message}\n`);
  throw error;
};

const said = (role: string, coverage: Coverage, differing: object): string => {
  const { operations, requests, answered, withRows, coordinates, uses, outcomes } = coverage;
  const refused = [...outcomes].filter(([name]) => name !== "ANSWERED").map(([name, count]) => `${name} ${count}`);
  return `${role}: seed ${SEED}, ${operations} operations, ${requests} requests in each world, ${percent(answered / requests)} answered (${percent(withRows / answered)} with rows), refused: ${refused.join(", ")}; ${coordinates.size} coordinates, ${uses.size} uses; records that differ: ${JSON.stringify(differing)}`;
};

describe.skipIf(elsewhere).each(LOOKING)("two archives that differ in what a %s may not see", (role) => {
  test(
    "answer byte for byte alike, with the same statements",
    async () => {
      const coverage = new Coverage(two.schema);
      const looking = { username: role.toLowerCase(), operations: OPERATIONS, seed: SEED, coverage };
      const onProgress = progress(role);
      const differing = await look(two, { ...looking, ...(onProgress && { onProgress }) }).catch(tell);
      process.stdout.write(`${said(role, coverage, differing)}\n`);
      expect(differing.DENIED).toBeGreaterThan(100);
      if (two.masks(looking.username)) expect(differing.MASKED).toBeGreaterThan(100);
      expectManySided(role, coverage);
    },
    60_000 + OPERATIONS * PER_OPERATION_MS,
  );
});

/** A generator that asks nothing, or nothing that is answered, would be content with any archive. */
const expectManySided = (role: string, coverage: Coverage): void => {
  expect(coverage.operations).toBeGreaterThanOrEqual(OPERATIONS);
  const answered = coverage.answered / coverage.requests;
  expect(answered).toBeGreaterThan(0.5);
  expect(answered).toBeLessThan(0.97);
  expect(coverage.withRows / coverage.answered).toBeGreaterThan(0.4);
  const { coordinates, openUses, closedUses, features } = coverage.missed(role);
  expect(features).toEqual([]);
  if (OPERATIONS >= ENOUGH) {
    expect(openUses).toEqual([]);
    expect(coordinates.length, coordinates.join()).toBeLessThan(3);
    expect(closedUses.length / coverage.uses.size, closedUses.join()).toBeLessThan(0.02);
  }
  expect(coordinates.length / coverage.coordinates.size, coordinates.join()).toBeLessThan(0.04);
  expect(openUses.length / coverage.uses.size, openUses.join()).toBeLessThan(0.12);
};
