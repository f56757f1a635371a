import type { CategoryCode } from "./category-code.js";
import type { MajorEventKind } from "./task.js";

/** What an event of each kind changes, and so what is verified and filed anew (SP3). */
export const CATEGORY_OF_EVENT = {
  LEGAL_REPRESENTATIVE: "REGISTRATION",
  EQUITY: "REGISTRATION",
  LITIGATION: "OPERATION",
  ABNORMAL_OPERATION: "OPERATION",
} as const satisfies Record<MajorEventKind, CategoryCode>;
