import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { FourEyes } from "./four-eyes.js";
import type { Corroboration, RecordStatus } from "./record.js";
import type { Severity } from "./screening-severity.js";

const ANY_CONFIRMATION = ["SINGLE_SOURCE", "PARTIAL", "FULL"] as const satisfies Corroboration[];

/** What carries a record of a critical category: two confirmations, which in a small company count as PARTIAL. */
const CRITICAL = {
  strict: ["FULL"],
  small: ["PARTIAL", "FULL"],
} as const satisfies Record<FourEyes, readonly Corroboration[]>;

/** How far a record has to be corroborated before it may be approved; null: its category demands nothing but that. */
export const neededCorroboration = (category: CategoryCode, mode: FourEyes): readonly Corroboration[] | null => {
  const { critical, minimumConfirmations } = INFORMATION_CATEGORIES[category];
  if (minimumConfirmations === 0) return null;
  return critical ? CRITICAL[mode] : ANY_CONFIRMATION;
};

export const isCorroboratedEnough = (category: CategoryCode, corroboration: Corroboration, mode: FourEyes): boolean =>
  neededCorroboration(category, mode)?.includes(corroboration) ?? corroboration !== "REFUTED";

/** What screening noticed stands in the way until a reviewer overrides it with a reason; what is worth knowing does not. */
export const needsOverride = (severity: Severity): boolean => severity !== "INFO";

const UNDECIDED = ["COLLECTED", "IN_VERIFICATION", "VERIFIED"] as const satisfies RecordStatus[];

/** Whether a reviewer has yet to approve a record or to send it back. */
export const isUndecided = (status: RecordStatus): boolean => UNDECIDED.some((each) => each === status);
