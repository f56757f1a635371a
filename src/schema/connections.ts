import { AccessEvent } from "./access-event.js";
import { Account } from "./account.js";
import { Conflict } from "./conflict.js";
import { Customer } from "./customer.js";
import { FeedbackRecord } from "./feedback-record.js";
import { FinancialStatement } from "./financial-statement.js";
import { InformationRecord } from "./information-record.js";
import { connectionOf } from "./page/connection.js";
import { SharingAgreement } from "./sharing-agreement.js";
import { TransactionRecord } from "./transaction-record.js";
import { VerificationTask } from "./verification-task.js";

export const AccessEventConnection = connectionOf("AccessEvent", "entries of the read ledger", () => AccessEvent);
export const AccountConnection = connectionOf("Account", "accounts", () => Account);
export const ConflictConnection = connectionOf("Conflict", "conflicts", () => Conflict);
export const CustomerConnection = connectionOf("Customer", "customers", () => Customer);
export const InformationRecordConnection = connectionOf("InformationRecord", "records", () => InformationRecord);
export const FinancialStatementConnection = connectionOf(
  "FinancialStatement",
  "financial statements",
  () => FinancialStatement,
);
export const SharingAgreementConnection = connectionOf(
  "SharingAgreement",
  "sharing agreements",
  () => SharingAgreement,
);
export const TransactionConnection = connectionOf("Transaction", "transactions", () => TransactionRecord);
export const FeedbackConnection = connectionOf("Feedback", "feedback", () => FeedbackRecord);
export const VerificationTaskConnection = connectionOf(
  "VerificationTask",
  "verification tasks",
  () => VerificationTask,
);
