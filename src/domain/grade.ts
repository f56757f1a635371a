import { enumeration } from "./enumeration.js";

/** What kind of fact a field is: who may see it follows from this and from nothing else. */
export const Grade = enumeration(
  "PUBLIC",
  "INTERNAL",
  "CONTACT",
  "IDENTITY",
  "COMMERCIAL",
  "FINANCIAL",
  "CREDIT",
  "RECORD",
  "CARRIED",
);
export type Grade = keyof typeof Grade;

/** The grades a role is cleared for; RECORD weighs as one of them, CARRIED leaves the decision to the field above. */
export type ClearedGrade = Exclude<Grade, "RECORD" | "CARRIED">;
