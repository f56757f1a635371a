import type { Pause } from "../../src/domain/statistics/pause.js";

/** Nobody else waits. */
export const pause: Pause = async () => undefined;
