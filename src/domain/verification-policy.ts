import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { Corroboration, RecordStatus } from "./record.js";
import type { Severity } from "./screening-severity.js";
import { type Channel, OFFICIAL_REGISTER } from "./source.js";
import type { Priority, TaskCause, VerificationMethod } from "./task.js";

/** Where a record came from, as far as verification cares (SP6). */
export interface Origin {
  readonly channel: Channel;
  readonly subChannel: string | null;
}

/**
 * The methods that suit a category, best first (SP7). Two confirmations take two different ones (SP2). None suits an
 * assessment: it is our own judgement, which a reviewer approves, and which no verifier sees.
 */
const METHODS = {
  REGISTRATION: ["PUBLIC_REGISTER_CHECK", "DOCUMENT_CHECK", "SITE_VISIT", "PHONE_CALL", "THIRD_PARTY_COMPARISON"],
  CONTACT: ["PHONE_CALL", "THIRD_PARTY_COMPARISON", "SITE_VISIT", "DOCUMENT_CHECK"],
  OPERATION: ["SITE_VISIT", "THIRD_PARTY_COMPARISON", "PHONE_CALL", "DOCUMENT_CHECK", "PUBLIC_REGISTER_CHECK"],
  FINANCIAL: ["DOCUMENT_CHECK", "THIRD_PARTY_COMPARISON", "PUBLIC_REGISTER_CHECK", "SITE_VISIT", "PHONE_CALL"],
  TRANSACTION: ["DOCUMENT_CHECK", "THIRD_PARTY_COMPARISON", "PHONE_CALL", "SITE_VISIT"],
  CREDIT: [],
  FEEDBACK: ["PHONE_CALL", "SITE_VISIT", "DOCUMENT_CHECK"],
} as const satisfies Record<CategoryCode, readonly VerificationMethod[]>;

/** What verification tasks are about. */
export type VerifiedCategory = {
  [C in CategoryCode]: (typeof METHODS)[C] extends readonly [] ? never : C;
}[CategoryCode];

export const isVerified = (category: CategoryCode): category is VerifiedCategory => METHODS[category].length > 0;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours on the clock from the cause to the deadline; what is urgent has 24 h. */
const URGENCY = {
  CONTRADICTION: { priority: "URGENT", within: 24 * HOUR },
  MAJOR_EVENT: { priority: "URGENT", within: 24 * HOUR },
  REQUEST: { priority: "HIGH", within: 3 * DAY },
  ROUTINE: { priority: "NORMAL", within: 7 * DAY },
  REFRESH: { priority: "LOW", within: 14 * DAY },
} as const satisfies Record<TaskCause, { priority: Priority; within: number }>;

export const priorityOf = (cause: TaskCause): Priority => URGENCY[cause].priority;

export const dueAt = (cause: TaskCause, since: Date): Date => new Date(since.getTime() + URGENCY[cause].within);

/** An official register as source counts as one confirmation of a registration. */
export const isOfficialRegister = (category: CategoryCode, { channel, subChannel }: Origin): boolean =>
  category === "REGISTRATION" && channel === "PUBLIC_SOURCE" && subChannel === OFFICIAL_REGISTER;

/** What is left to confirm: an official register as source counts as one confirmation of a registration. */
const confirmationsLeft = (category: CategoryCode, origin: Origin): number =>
  INFORMATION_CATEGORIES[category].minimumConfirmations - (isOfficialRegister(category, origin) ? 1 : 0);

/** The methods of the tasks a newly collected record needs, one task each. */
export const methodsFor = (category: CategoryCode, origin: Origin): readonly VerificationMethod[] =>
  METHODS[category].slice(0, Math.max(0, confirmationsLeft(category, origin)));

/** The methods that can tell anything of a category, best first. */
export const suitedMethods = (category: CategoryCode): readonly VerificationMethod[] => METHODS[category];

/** The method that suits a category best, for what opens a task though no confirmation is missing. */
export const bestMethod = (category: VerifiedCategory): VerificationMethod => METHODS[category][0];

/** Categories verified by one task a method, customer and month, over all that is new. */
const VERIFIED_MONTHLY = ["TRANSACTION"] as const satisfies CategoryCode[];

export const isVerifiedMonthly = (category: CategoryCode): boolean =>
  VERIFIED_MONTHLY.some((monthly) => monthly === category);

/** The best method that suits a category and was not tried yet; null when none is left. */
export const nextMethod = (category: CategoryCode, tried: readonly VerificationMethod[]): VerificationMethod | null =>
  METHODS[category].find((method) => !tried.includes(method)) ?? null;

export const statusAfterScreening = (
  category: CategoryCode,
  origin: Origin,
  findings: readonly { readonly severity: Severity }[],
): RecordStatus => {
  if (findings.some(({ severity }) => severity === "ERROR")) return "RETURNED";
  return methodsFor(category, origin).length === 0 ? "VERIFIED" : "IN_VERIFICATION";
};

export const corroborationAtCollection = (category: CategoryCode, origin: Origin): Corroboration =>
  isOfficialRegister(category, origin) ? "SINGLE_SOURCE" : "SELF_DECLARED";
