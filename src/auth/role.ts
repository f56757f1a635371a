import { enumeration } from "../domain/enumeration.js";

/** The roles. An account acts in one at a time; cells of different roles never add up. */
export const Role = enumeration(
  "CLERK",
  "COLLECTOR",
  "VERIFIER",
  "REVIEWER",
  "ANALYST",
  "ARCHIVIST",
  "COMPLIANCE",
  "REPORTER",
  "AUDITOR",
  "ADMIN",
);
export type Role = keyof typeof Role;

/** Roles that combine with no other: their independence is their point. */
export const SOLITARY_ROLES = ["AUDITOR", "ADMIN", "REPORTER"] as const satisfies Role[];
