import type { Chore } from "./chore.js";
import { compareNewRecords } from "./compare-new-records.js";
import { forgetIdempotencyKeys } from "./forget-idempotency-keys.js";
import { reopenLapsedClaims } from "./reopen-lapsed-claims.js";
import { restrictExpiredConsents } from "./restrict-expired-consents.js";

/** What waits for a write: the others would be done in vain at every one of them. */
export const AFTER_WRITE = { compareNewRecords } as const satisfies Record<string, Chore>;

/** What comes with time, in the order it is done. */
export const AS_TIME_PASSES = {
  reopenLapsedClaims,
  restrictExpiredConsents,
  forgetIdempotencyKeys,
} as const satisfies Record<string, Chore>;
