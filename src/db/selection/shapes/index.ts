import type { Shape, ShapeName } from "../shape.js";
import { BRANCH } from "./branch.js";
import { CUSTOMER } from "./customer.js";
import { CONFLICT, CONSENT, MAJOR_EVENT } from "./customer-events.js";
import { EVIDENCE, FINDING, SCREENING_FINDING } from "./findings.js";
import { INFORMATION_RECORD } from "./information-record.js";
import { COLLECTED_PAYLOAD, CUSTOMER_PAYLOAD } from "./payloads.js";
import { PERSON } from "./person.js";
import { SOURCE } from "./source.js";
import { VERIFICATION_TASK } from "./verification-task.js";

export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  Branch: BRANCH,
  Person: PERSON,
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
};
