import type { Chore } from "./chore.js";
import { compareNewRecords } from "./compare-new-records.js";
import { forgetIdempotencyKeys } from "./forget-idempotency-keys.js";
import { reopenLapsedClaims } from "./reopen-lapsed-claims.js";
import { restrictExpiredConsents } from "./restrict-expired-consents.js";

export type { Chore, ChoreContext } from "./chore.js";

/** In the order they are done. */
export const CHORES = {
  reopenLapsedClaims,
  restrictExpiredConsents,
  compareNewRecords,
  forgetIdempotencyKeys,
} as const satisfies Record<string, Chore>;
