import { enumeration } from "./enumeration.js";

/** The information categories of the policy (SP5). */
export const CategoryCode = enumeration(
  "REGISTRATION",
  "CONTACT",
  "OPERATION",
  "FINANCIAL",
  "TRANSACTION",
  "CREDIT",
  "FEEDBACK",
);
export type CategoryCode = keyof typeof CategoryCode;
