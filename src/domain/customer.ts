import { enumeration } from "./enumeration.js";

export const CustomerKind = enumeration("ENTERPRISE", "SOLE_TRADER", "BRANCH_OFFICE", "OTHER");
export type CustomerKind = keyof typeof CustomerKind;

export const CustomerStatus = enumeration("PROSPECT", "ACTIVE", "DORMANT", "CLOSED");
export type CustomerStatus = keyof typeof CustomerStatus;

/** How much depends on the customer: A most. */
export const Importance = enumeration("A", "B", "C");
export type Importance = keyof typeof Importance;
