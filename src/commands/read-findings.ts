import { type CategoryCode } from "../domain/category-code.js";
import { CONTENT_FORMS } from "../domain/content.js";
import { namesOf } from "../domain/enumeration.js";
import { choice, type FieldForms, properName, readField, text } from "../domain/field-form.js";
import { fieldsToVerify } from "../domain/fields-to-verify.js";
import { fitsResult, namesItsParty, reasonsFor } from "../domain/finding-reason.js";
import { Refusal } from "../domain/refusal.js";
import { FindingReason, FindingResult } from "../domain/task.js";
import type { StoredRecord } from "./record-in-scope.js";

/** What was found about one field of one record, as it is sent. */
export interface GivenFinding {
  readonly recordId: string;
  readonly field: string;
  readonly result: FindingResult;
  readonly reason?: FindingReason | null;
  readonly sourceParty?: string | null;
  readonly note?: string | null;
  /** The value observed instead, under the name of the field. */
  readonly observed?: Readonly<Record<string, unknown>> | null;
}

/** The same, once read. */
export interface ReadFinding {
  readonly record: StoredRecord;
  readonly field: string;
  readonly result: FindingResult;
  readonly reason: FindingReason | null;
  readonly sourceParty: string | null;
  readonly note: string | null;
  readonly observed: unknown;
}

const FORMS = {
  result: choice(namesOf(FindingResult)),
  reason: choice(namesOf(FindingReason)),
  sourceParty: properName(200),
  note: text(4000),
};

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

/** The value observed, written as its category's field is. */
const readObserved = (at: string, category: CategoryCode, { field, result, observed }: GivenFinding): unknown => {
  const named = Object.entries(observed ?? {}).filter(([, value]) => value != null);
  if (observed == null) return null;
  if (result !== "CONTRADICTED") refuse(at, `${at} goes with CONTRADICTED only: what was observed instead.`);
  if (named.length !== 1 || named[0]?.[0] !== field)
    refuse(at, `${at} names exactly one value, that of the field the finding is about.`);
  const forms: FieldForms = CONTENT_FORMS[category];
  const form = forms[field];
  return form === undefined ? null : readField(`${at}.${field}`, form, named[0]?.[1]);
};

const requireReason = (at: string, result: FindingResult, reason: FindingReason | null): void => {
  if (fitsResult(result, reason)) return;
  refuse(`${at}.reason`, `${at}.reason: ${result} takes one of ${reasonsFor(result).join(", ")}.`);
};

const readFinding = (at: string, record: StoredRecord, given: GivenFinding): ReadFinding => {
  const result =
    readField(`${at}.result`, FORMS.result, given.result) ?? refuse(`${at}.result`, `${at}.result is missing.`);
  const reason = readField(`${at}.reason`, FORMS.reason, given.reason);
  const sourceParty = readField(`${at}.sourceParty`, FORMS.sourceParty, given.sourceParty);
  requireReason(at, result, reason);
  if (sourceParty === null && namesItsParty(result))
    refuse(`${at}.sourceParty`, `${at}.sourceParty: ${result} names who said so.`);
  const note = readField(`${at}.note`, FORMS.note, given.note);
  const observed = readObserved(`${at}.observed`, record.category, given);
  return { record, field: given.field, result, reason, sourceParty, note, observed };
};

/**
 * The findings about the records of a task: about each field to verify exactly one.
 *
 * @throws Refusal BAD_USER_INPUT naming the field, or what about a finding is wrong
 */
export const readFindings = (records: readonly StoredRecord[], given: readonly GivenFinding[]): ReadFinding[] => {
  const open = new Map(
    records.map((record) => [record.id, { record, left: new Set(fieldsToVerify(record.category, record)) }]),
  );
  const read = given.map((finding, i) => {
    const at = `findings.${i}`;
    const about = open.get(finding.recordId);
    if (about === undefined) return refuse(`${at}.recordId`, `${at}.recordId is no record to verify of this task.`);
    const { record, left } = about;
    if (!left.delete(finding.field)) {
      const fields = fieldsToVerify(record.category, record).join(", ");
      return refuse(`${at}.field`, `${at}.field: the record takes exactly one finding about each of ${fields}.`);
    }
    return readFinding(at, record, finding);
  });
  for (const { left } of open.values())
    for (const field of left)
      refuse(field, `A finding about ${field} is missing: each field to verify takes exactly one.`);
  return read;
};
