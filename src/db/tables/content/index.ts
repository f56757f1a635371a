import type { CategoryCode } from "../../../domain/category-code.js";
import { contactColumns } from "./contact.js";
import { creditColumns } from "./credit.js";
import { feedbackColumns } from "./feedback.js";
import { financialColumns } from "./financial.js";
import { operationColumns } from "./operation.js";
import { registrationColumns } from "./registration.js";
import { transactionColumns } from "./transaction.js";

/** Every category's own columns: makers, because a column builder belongs to one table. */
export const CONTENT_COLUMNS = {
  REGISTRATION: registrationColumns,
  CONTACT: contactColumns,
  OPERATION: operationColumns,
  FINANCIAL: financialColumns,
  TRANSACTION: transactionColumns,
  CREDIT: creditColumns,
  FEEDBACK: feedbackColumns,
} as const satisfies Record<CategoryCode, () => object>;

/** What a record of a category cannot be without, in the database as well (screening asks for more, with a better message). */
export const REQUIRED_CONTENT = {
  REGISTRATION: ["legal_name"],
  CONTACT: ["person_name"],
  OPERATION: ["operating_state"],
  FINANCIAL: ["period_start", "period_end", "currency"],
  TRANSACTION: ["contract_number", "occurred_on", "amount", "amount_currency"],
  CREDIT: ["rating", "score"],
  FEEDBACK: ["received_on", "feedback_kind"],
} as const satisfies Record<CategoryCode, readonly string[]>;
