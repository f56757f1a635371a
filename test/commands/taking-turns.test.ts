import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { takingTurns } from "../../src/commands/taking-turns.js";

const busy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

test("what reckons for long lets others have their turn, and what does not goes on", async () => {
  await turn();
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 1);
  const pause = takingTurns();
  await pause();
  expect(turns).toBe(0);
  for (let i = 0; i < 5; i++) {
    busy(20);
    await pause();
  }
  clearInterval(others);
  expect(turns).toBeGreaterThanOrEqual(4);
});
