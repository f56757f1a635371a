import type { Chore } from "./chore.js";
import { compareNewRecords } from "./compare-new-records.js";
import { forgetAttempts } from "./forget-attempts.js";
import { forgetIdempotencyKeys } from "./forget-idempotency-keys.js";
import { forgetImportJobs } from "./forget-import-jobs.js";
import { lapseAssessments } from "./lapse-assessments.js";
import { refreshFacts } from "./refresh-facts.js";
import { reopenLapsedClaims } from "./reopen-lapsed-claims.js";
import { restrictExpiredConsents } from "./restrict-expired-consents.js";
import { runImportJobs } from "./run-import-jobs.js";

/** What waits for a write: the others would be done in vain at every one of them. */
export const AFTER_WRITE = { compareNewRecords, refreshFacts } as const satisfies Record<string, Chore>;

/** What comes with time, in the order it is done. */
export const AS_TIME_PASSES = {
  reopenLapsedClaims,
  restrictExpiredConsents,
  lapseAssessments,
  forgetAttempts,
  forgetIdempotencyKeys,
  forgetImportJobs,
} as const satisfies Record<string, Chore>;

/** What takes long, and so runs beside the others. */
export const IN_THE_BACKGROUND = { runImportJobs } as const satisfies Record<string, Chore>;
