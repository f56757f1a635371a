import { CLEARANCE } from "./clearance.js";
import type { Role } from "./role.js";
import { verdictOf } from "./verdict.js";

/**
 * Whether a role may name a consent somebody else recorded as the ground of what it collects: content about another person is
 * refused, so it has to see of whom the consent is (Consent.personName, CONTACT). Else names could be tried out with it.
 */
export const mayNameAnyConsent = (role: Role): boolean => verdictOf(CLEARANCE[role].CONTACT, true).level === "FULL";
