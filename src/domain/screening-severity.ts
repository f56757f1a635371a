import { enumeration } from "./enumeration.js";

/** How much a screening finding weighs (SP8): WARNING can be overridden with a reason, ERROR sends the record back. */
export const Severity = enumeration("INFO", "WARNING", "ERROR", "CONTRADICTION");
export type Severity = keyof typeof Severity;
