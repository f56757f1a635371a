import type { Pause } from "../domain/statistics/pause.js";

/** Of what others wait for, a few of these at most. */
const TURN_MS = 10;

/** Ends its turn when this is over: others are answered before it goes on. */
export const takingTurns = (): Pause => {
  let until = performance.now() + TURN_MS;
  return async () => {
    if (performance.now() < until) return;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + TURN_MS;
  };
};
