import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Coverage } from "./worlds/coverage.js";
import { Leak, lookInto } from "./worlds/look.js";
import { PLANTED, through } from "./worlds/planted.js";
import { openTwoArchives, type TwoArchives } from "./worlds/two-archives.js";

/** It ends with the first that tells. The rarest hole is found after some 600 in the mean: of the 2,000 that .ci/run asks one run in thirty would miss it. */
const OPERATIONS = 6_000;

/** Those that show only when one coordinate is asked for take longer: `WORLDS=all` looks for them, too. */
const LOOKED_FOR = PLANTED.filter(({ asks }) => asks === undefined || process.env.WORLDS === "all");

/** What finds a hole is the same on PostgreSQL: the embedded database takes its time once. */
const elsewhere = inject("testRun") !== null;

let two: TwoArchives;
beforeAll(async () => {
  if (!elsewhere) two = await openTwoArchives(["clerk"]);
}, 120_000);
afterAll(() => two?.close());

describe.skipIf(elsewhere).each(["DENIED", "MASKED"] as const)(
  "two archives that differ in what is %s to a clerk",
  (kind) => {
    // What the second wall would hold is to be found without it.
    beforeAll(async () => {
      await two.enter("clerk", kind);
      await two.passTheWall(true);
    }, 60_000);
    afterAll(async () => {
      await two.passTheWall(false);
      await two.leave();
    });

    test.each(LOOKED_FOR.filter((planted) => planted.kind === kind).map((planted) => [planted.leak, planted] as const))(
      "are told apart through %s",
      async (leak, planted) => {
        const close = planted.open(two);
        try {
          const coverage = new Coverage(two.schema);
          const seed = 1_000 + PLANTED.indexOf(planted);
          const looking = { username: "clerk", operations: OPERATIONS, seed, coverage };
          const looked = lookInto(two, looking, {
            endOnFailure: true,
            tamper: await through(two, planted),
            asks: planted.asks,
          });
          const found = await looked.then(
            () => "nothing",
            (error: unknown) => error,
          );
          if (process.env.TELL)
            process.stdout.write(`${leak}: ${coverage.operations} ${String(found).slice(0, 600)}\n`);
          expect(found).toBeInstanceOf(Leak);
          expect(String(found)).toMatch(/The two worlds answer otherwise|A statement names/);
        } finally {
          close();
        }
      },
      300_000,
    );
  },
);
