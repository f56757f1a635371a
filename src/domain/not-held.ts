import type { CustomerKind } from "./customer.js";

/**
 * What a kind of customer does not have, so that neither screening nor a checklist asks for it: only a legal person
 * registers a capital, and a foreign or informal customer has no unified social credit code.
 */
const NOT_HELD = {
  ENTERPRISE: [],
  SOLE_TRADER: ["registeredCapital"],
  BRANCH_OFFICE: ["registeredCapital"],
  OTHER: ["uscc"],
} as const satisfies Record<CustomerKind, readonly string[]>;

export const isHeldBy = (kind: CustomerKind, field: string): boolean =>
  !(NOT_HELD[kind] as readonly string[]).includes(field);
