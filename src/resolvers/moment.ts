import type { RequestContext } from "../context.js";
import type { Moment } from "../db/selection/reads.js";
import { todayIn } from "../domain/local-date.js";
import type { AsOfInput } from "../schema/as-of.js";

/** The moment asked for; undefined when it is now. */
export const momentOf = (asOf: AsOfInput | null | undefined, { timeZone, now }: RequestContext): Moment | undefined =>
  asOf == null ? undefined : { validAt: asOf.validAt ?? todayIn(timeZone, now), knownAt: asOf.knownAt ?? null };
