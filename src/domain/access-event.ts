import { enumeration } from "./enumeration.js";

/** The way an answer leaves by. */
export const AccessExit = enumeration("GRAPHQL", "CSV_REPORT", "REJECTED_ROWS");
export type AccessExit = keyof typeof AccessExit;

/** How an operation ended: FAILED ran and answered no data. */
export const AccessOutcome = enumeration("ANSWERED", "REFUSED", "FAILED");
export type AccessOutcome = keyof typeof AccessOutcome;

/** Customers an event names; of more only the number is kept. */
export const MOST_NAMED = 200;
