import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChoreContext } from "../../src/commands/chore.js";
import { type RunningChores, startChores } from "../../src/process/chores.js";

let done: string[] = [];
let failed: string[] = [];
let chores: RunningChores;

const chore = (name: string) => async () => void done.push(name);

beforeEach(async () => {
  chores = startChores({
    afterWrite: { compare: chore("compare") },
    asTimePasses: {
      broken: async () => {
        throw new Error("broken");
      },
      lapse: chore("lapse"),
    },
    context: () => ({}) as ChoreContext,
    everyMs: 3_600_000,
    onFailure: (name) => void failed.push(name),
  });
  await chores.settled();
});
afterEach(async () => {
  await chores.stop();
  [done, failed] = [[], []];
});

test("all chores are done at the start, and one that fails keeps none from being done", () => {
  expect(done).toEqual(["lapse", "compare"]);
  expect(failed).toEqual(["broken"]);
});

test("after a write only what waits for one is done, once for any number of writes together", async () => {
  for (let write = 0; write < 10; write += 1) chores.wake();
  await chores.settled();
  expect(done).toEqual(["lapse", "compare", "compare"]);
});

test("once stopped none begins", async () => {
  chores.wake();
  await chores.stop();
  expect(done).toEqual(["lapse", "compare"]);
});
