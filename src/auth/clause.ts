import type { Grade } from "../domain/grade.js";

/** The clause of the policy that keeps a grade from whoever is not cleared for it. */
export const CLAUSE_OF = {
  PUBLIC: "SP5",
  INTERNAL: "SP12",
  CONTACT: "SP4",
  IDENTITY: "SP4",
  COMMERCIAL: "SP12",
  FINANCIAL: "SP12",
  CREDIT: "SP12",
  RECORD: "SP12",
  CARRIED: "SP12",
} as const satisfies Record<Grade, string>;
