import { SYSTEM } from "../auth/viewer.js";
import { refreshSomeFacts } from "../db/statistics/refresh.js";
import { todayIn } from "../domain/local-date.js";
import type { Chore } from "./chore.js";

/** Brings what reports add up up to date, so that they have little to reckon themselves. */
export const refreshFacts: Chore = async ({ database, now, timeZone, stopping }) => {
  const day = { today: todayIn(timeZone, now), timeZone };
  for (let more = true; more && !stopping?.(); )
    more = await database.withViewer(SYSTEM, "WRITE", (session) => refreshSomeFacts(session, day));
};
