import type { Shape, ShapeName } from "../shape.js";
import { ACCESS_EVENT, ACCESS_READ } from "./access-event.js";
import { ACCESS_TOKEN, ACCOUNT, ACCOUNT_PAYLOAD } from "./account.js";
import { BRANCH } from "./branch.js";
import { CUSTOMER } from "./customer.js";
import { CONFLICT_PAYLOAD, CONSENT_PAYLOAD, MAJOR_EVENT_PAYLOAD } from "./customer-event-payloads.js";
import { CONFLICT, CONSENT, MAJOR_EVENT } from "./customer-events.js";
import { EVIDENCE, FINDING, SCREENING_FINDING } from "./findings.js";
import { INFORMATION_RECORD } from "./information-record.js";
import { ARCHIVE_RECORDS_PAYLOAD, COLLECTED_PAYLOAD, CUSTOMER_PAYLOAD, RECORD_PAYLOAD } from "./payloads.js";
import { PERSON } from "./person.js";
import { SHARING_AGREEMENT, SHARING_AGREEMENT_PAYLOAD } from "./sharing-agreement.js";
import { SOURCE } from "./source.js";
import { TASK_PAYLOAD } from "./task-payload.js";
import { VERIFICATION_TASK } from "./verification-task.js";

export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  Branch: BRANCH,
  Person: PERSON,
  Account: ACCOUNT,
  AccessToken: ACCESS_TOKEN,
  Customer: CUSTOMER,
  InformationRecord: INFORMATION_RECORD,
  Source: SOURCE,
  ScreeningFinding: SCREENING_FINDING,
  Evidence: EVIDENCE,
  VerificationTask: VERIFICATION_TASK,
  Finding: FINDING,
  Conflict: CONFLICT,
  Consent: CONSENT,
  MajorEvent: MAJOR_EVENT,
  CustomerPayload: CUSTOMER_PAYLOAD,
  CollectedPayload: COLLECTED_PAYLOAD,
  TaskPayload: TASK_PAYLOAD,
  AccountPayload: ACCOUNT_PAYLOAD,
  RecordPayload: RECORD_PAYLOAD,
  ArchiveRecordsPayload: ARCHIVE_RECORDS_PAYLOAD,
  ConflictPayload: CONFLICT_PAYLOAD,
  MajorEventPayload: MAJOR_EVENT_PAYLOAD,
  ConsentPayload: CONSENT_PAYLOAD,
  SharingAgreement: SHARING_AGREEMENT,
  SharingAgreementPayload: SHARING_AGREEMENT_PAYLOAD,
  AccessEvent: ACCESS_EVENT,
  AccessRead: ACCESS_READ,
};
