import type { ClearedGrade } from "../domain/grade.js";
import type { Role } from "./role.js";

/**
 * A cell of THE table: F full, M masked, T bound to my work and otherwise what stands after the slash, – denied.
 * A field whose type has no mask is denied under M.
 */
export type Cell = "F" | "M" | "T/M" | "T/-" | "-";

/** Grade × role, every cell spelled out: a missing one does not compile. */
// biome-ignore format: it is a table
export const CLEARANCE = {
  CLERK:      { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "T/M", IDENTITY: "-"  , COMMERCIAL: "T/-", FINANCIAL: "-"  , CREDIT: "-" },
  COLLECTOR:  { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "F"  , IDENTITY: "T/M", COMMERCIAL: "F"  , FINANCIAL: "T/M", CREDIT: "M" },
  VERIFIER:   { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "T/M", IDENTITY: "T/M", COMMERCIAL: "T/M", FINANCIAL: "T/-", CREDIT: "-" },
  REVIEWER:   { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "F"  , IDENTITY: "F"  , COMMERCIAL: "F"  , FINANCIAL: "F"  , CREDIT: "F" },
  ANALYST:    { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "M"  , IDENTITY: "-"  , COMMERCIAL: "F"  , FINANCIAL: "F"  , CREDIT: "F" },
  ARCHIVIST:  { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "M"  , IDENTITY: "M"  , COMMERCIAL: "M"  , FINANCIAL: "M"  , CREDIT: "M" },
  COMPLIANCE: { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "F"  , IDENTITY: "F"  , COMMERCIAL: "-"  , FINANCIAL: "-"  , CREDIT: "-" },
  REPORTER:   { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "-"  , IDENTITY: "-"  , COMMERCIAL: "F"  , FINANCIAL: "F"  , CREDIT: "F" },
  AUDITOR:    { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "-"  , IDENTITY: "-"  , COMMERCIAL: "-"  , FINANCIAL: "-"  , CREDIT: "-" },
  ADMIN:      { PUBLIC: "F"  , INTERNAL: "F"  , CONTACT: "-"  , IDENTITY: "-"  , COMMERCIAL: "-"  , FINANCIAL: "-"  , CREDIT: "-" },
} as const satisfies Record<Role, Record<ClearedGrade, Cell>>;
