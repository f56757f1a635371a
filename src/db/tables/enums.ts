import { pgEnum } from "drizzle-orm/pg-core";
import { Role } from "../../auth/role.js";
import { Use } from "../../auth/use.js";
import { AccessExit, AccessOutcome } from "../../domain/access-event.js";
import { CategoryCode } from "../../domain/category-code.js";
import { CreditRating, RiskClass } from "../../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { Disclosure } from "../../domain/disclosure.js";
import { namesOf } from "../../domain/enumeration.js";
import { FeedbackKind } from "../../domain/feedback.js";
import { Grade } from "../../domain/grade.js";
import { ImportKind, ImportStatus } from "../../domain/import-job.js";
import { ConflictResolution, Corroboration, RecordStatus } from "../../domain/record.js";
import { Severity } from "../../domain/screening-severity.js";
import { Channel, LegalBasis, Purpose } from "../../domain/source.js";
import {
  FindingReason,
  FindingResult,
  MajorEventKind,
  Priority,
  TaskCause,
  TaskReason,
  TaskStatus,
  VerificationMethod,
} from "../../domain/task.js";

// The closed lists of the domain as database types: their declared order is the order the database compares by.
export const role = pgEnum("role", namesOf(Role));
export const categoryCode = pgEnum("category_code", namesOf(CategoryCode));
export const creditRating = pgEnum("credit_rating", namesOf(CreditRating));
export const importKind = pgEnum("import_kind", namesOf(ImportKind));
export const importStatus = pgEnum("import_status", namesOf(ImportStatus));
export const riskClass = pgEnum("risk_class", namesOf(RiskClass));
export const customerKind = pgEnum("customer_kind", namesOf(CustomerKind));
export const customerStatus = pgEnum("customer_status", namesOf(CustomerStatus));
export const importance = pgEnum("importance", namesOf(Importance));
export const feedbackKind = pgEnum("feedback_kind", namesOf(FeedbackKind));
export const conflictResolution = pgEnum("conflict_resolution", namesOf(ConflictResolution));
export const corroboration = pgEnum("corroboration", namesOf(Corroboration));
export const recordStatus = pgEnum("record_status", namesOf(RecordStatus));
export const severity = pgEnum("severity", namesOf(Severity));
export const channel = pgEnum("channel", namesOf(Channel));
export const legalBasis = pgEnum("legal_basis", namesOf(LegalBasis));
export const purpose = pgEnum("purpose", namesOf(Purpose));
export const taskReason = pgEnum("task_reason", namesOf(TaskReason));
export const findingReason = pgEnum("finding_reason", namesOf(FindingReason));
export const findingResult = pgEnum("finding_result", namesOf(FindingResult));
export const majorEventKind = pgEnum("major_event_kind", namesOf(MajorEventKind));
export const priority = pgEnum("priority", namesOf(Priority));
export const taskCause = pgEnum("task_cause", namesOf(TaskCause));
export const taskStatus = pgEnum("task_status", namesOf(TaskStatus));
export const verificationMethod = pgEnum("verification_method", namesOf(VerificationMethod));
export const accessExit = pgEnum("access_exit", namesOf(AccessExit));
export const accessOutcome = pgEnum("access_outcome", namesOf(AccessOutcome));
export const accessUse = pgEnum("access_use", namesOf(Use));
export const disclosure = pgEnum("disclosure", namesOf(Disclosure));
export const grade = pgEnum("grade", namesOf(Grade));
