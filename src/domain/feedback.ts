import { enumeration } from "./enumeration.js";

/** What after-sale feedback is about. */
export const FeedbackKind = enumeration("COMPLAINT", "PRAISE", "SUGGESTION", "WARRANTY", "RETURN_VISIT");
export type FeedbackKind = keyof typeof FeedbackKind;
