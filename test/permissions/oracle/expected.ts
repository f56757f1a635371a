import { bandOf, MASK } from "./masks.js";
import {
  CATEGORY_OF_TYPE,
  ceilingOf,
  cellOf,
  gradeAt,
  graverFieldsOf,
  type Level,
  MAY_CALL,
  shownUnder,
  weightOf,
} from "./policy.js";
import type { Stored, World } from "./stored.js";

/** Who looks, and at what. */
export interface Eyes {
  readonly world: World;
  readonly role: string;
  readonly accountId: string;
  /** The business day, which what is overdue is counted to. */
  readonly today: string;
}

/** An object of the answer with what is known of it. */
export interface Place {
  readonly type: string;
  readonly row: Stored;
}

export const isUnreadable = ({ status }: Stored): boolean => status === "RESTRICTED" || status === "ERASED";

/** The records an object speaks of. */
const recordsOf = ({ world }: Eyes, { type, row }: Place): readonly Stored[] => {
  if (type in CATEGORY_OF_TYPE || type === "Source") return [row];
  if (type === "VerificationTask") return world.recordsOf(row.id);
  if (type === "Conflict") return [world.record(row.first_id), world.record(row.second_id)];
  return "record_id" in row ? [world.record(row.record_id)] : [];
};

const isMyWork = (eyes: Eyes, { type, row }: Place): boolean => {
  const { world, accountId } = eyes;
  if (type === "VerificationTask") return world.isClaimOf(accountId, row);
  if (type === "MajorEvent")
    return world.all.verification_task.some((task) => task.id === row.task_id && world.isClaimOf(accountId, task));
  const records = recordsOf(eyes, { type, row });
  return records.length > 0 && records.every((record) => world.isWorkOf(accountId, record));
};

/** The fields of the record that the texts of an object are about. */
const subjectsOf = ({ type, row }: Place): readonly (string | null)[] => {
  if (type === "ScreeningFinding" || type === "Finding") return [row.field];
  if (type === "Conflict") return [...row.fields, null];
  // A task verifies these, and its texts say what came of it.
  if (type === "VerificationTask" && row.category === "OPERATION")
    return ["operatingState", "litigationCount", "employees", null];
  if (type === "MajorEvent" && row.kind === "LITIGATION") return ["litigationCount"];
  return type === "MajorEvent" && row.kind === "ABNORMAL_OPERATION" ? ["operatingState"] : [null];
};

const categoryOf = ({ world }: Eyes, { row }: Place): string => row.category ?? world.record(row.record_id).category;

const settled = (cell: string, masked: boolean, mine: boolean): Exclude<Level, "TASK_BOUND"> => {
  const { level, otherwise } = shownUnder(cell, masked);
  return level === "TASK_BOUND" && mine ? "FULL" : otherwise;
};

/** A record that is open by my work is mine to put right: I am told why it came back, whatever that may quote. */
const isToldWhy = (eyes: Eyes, category: string, mine: boolean): boolean =>
  (mine && cellOf(eyes.role, ceilingOf(category)).startsWith("T")) ||
  graverFieldsOf(category).every(
    (field) => settled(cellOf(eyes.role, weightOf(category, field)), false, mine) === "FULL",
  );

/** Whether the texts of an object may be read: all that they weigh as has to be open. */
export const mayReadTexts = (eyes: Eyes, place: Place, text?: string): boolean => {
  if (recordsOf(eyes, place).some(isUnreadable)) return false;
  const mine = isMyWork(eyes, place);
  const category = categoryOf(eyes, place);
  // Why a record was sent back may quote any of its fields.
  if (text === "returnReason" && place.type in CATEGORY_OF_TYPE && !isToldWhy(eyes, category, mine)) return false;
  const weights = [ceilingOf(category), ...subjectsOf(place).map((field) => weightOf(category, field))];
  return weights.every((weight) => settled(cellOf(eyes.role, weight), false, mine) === "FULL");
};

/** Rows about a field whose texts may not be read are not even listed. */
export const isListed = (eyes: Eyes, place: Place): boolean => {
  const category = categoryOf(eyes, place);
  const graver = subjectsOf(place).filter((field) => field !== null && graverFieldsOf(category).includes(field));
  const mine = isMyWork(eyes, place);
  return graver.every((field) => settled(cellOf(eyes.role, weightOf(category, field)), false, mine) === "FULL");
};

/** Of a document there is nothing but that it is there, once the record it is behind is nobody's to read. */
const isOfUnreadable = (eyes: Eyes, place: Place, field: string): boolean =>
  place.type === "Evidence" && field !== "id" && recordsOf(eyes, place).some(isUnreadable);

const isContent = (type: string, field: string): boolean =>
  type in CATEGORY_OF_TYPE && !gradeOfEnvelope.has(field) && !type.endsWith("Payload");

const gradeOfEnvelope = new Set(
  "id customer category status disclosure source collectedBy collectedAt validFrom validTo recordedAt verificationTasks evidence corrects supersedes supersededBy allowedActions version".split(
    " ",
  ),
);

/** How a field of an object is shown to somebody: FULL, MASKED or DENIED. */
export const shownAt = (eyes: Eyes, place: Place, field: string): Exclude<Level, "TASK_BOUND"> => {
  const { grade, masked } = gradeAt(`${place.type}.${field}`);
  if (grade === "CARRIED") return "FULL";
  if (grade === "RECORD") return mayReadTexts(eyes, place, field) ? "FULL" : "DENIED";
  if (isContent(place.type, field) && isUnreadable(place.row)) return "DENIED";
  if (isOfUnreadable(eyes, place, field)) return "DENIED";
  return settled(cellOf(eyes.role, grade), masked, place.type !== "Consent" && isMyWork(eyes, place));
};

const COLUMN: Readonly<Record<string, string>> = {
  "FeedbackRecord.kind": "feedback_kind",
  "FeedbackRecord.text": "feedback_text",
};

const columnOf = (type: string, field: string): string =>
  COLUMN[`${type}.${field}`] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const disclosureOf = (eyes: Eyes, place: Place): Level => {
  if (isUnreadable(place.row)) return "DENIED";
  const { level, otherwise } = shownUnder(cellOf(eyes.role, ceilingOf(place.row.category)), true);
  return level === "TASK_BOUND" && !isMyWork(eyes, place) ? otherwise : level;
};

const CORRECTABLE = ["RETURNED", "ARCHIVED", "COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"];
const COLLECTS: Readonly<Record<string, string>> = {
  REGISTRATION: "collectRegistration",
  CONTACT: "collectContact",
  FINANCIAL: "collectFinancialStatement",
  OPERATION: "collectOperation",
  TRANSACTION: "collectTransaction",
  FEEDBACK: "collectFeedback",
  CREDIT: "assessCredit",
};

const mayCorrect = (eyes: Eyes, place: Place): boolean => {
  const { category, status } = place.row;
  const mayCollect = MAY_CALL[COLLECTS[category] ?? ""]?.includes(eyes.role) ?? false;
  const shown = settled(cellOf(eyes.role, ceilingOf(category)), true, isMyWork(eyes, place));
  // Correcting makes it my work: what that would open has to be open already.
  const byWork = (field: string) => cellOf(eyes.role, weightOf(category, field))[0] === "T";
  const opensMore = !isMyWork(eyes, place) && status !== "ARCHIVED" && graverFieldsOf(category).some(byWork);
  return mayCollect && shown === "FULL" && !opensMore && CORRECTABLE.includes(status);
};

/** What stands in the policy for each action but a correction: whose mutation, from which states, and what else. */
const ACTIONS: readonly (readonly [
  action: string,
  mutation: string,
  from: readonly string[],
  also?: (eyes: Eyes, row: Stored) => boolean,
])[] = [
  [
    "REQUEST_VERIFICATION",
    "requestVerification",
    ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"],
    (_, { category }) => category !== "CREDIT",
  ],
  ["APPROVE", "approveRecord", ["VERIFIED"], (eyes, row) => tookNoPart(eyes, row) && isApprovable(eyes, row)],
  ["RETURN", "returnRecord", ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"]],
  [
    "ARCHIVE",
    "archiveRecords",
    ["APPROVED"],
    (eyes, row) => tookNoPart(eyes, row) && row.approved_by !== eyes.accountId && !isInConflict(eyes, row),
  ],
  [
    "RESTRICT",
    "restrictRecord",
    ["COLLECTED", "RETURNED", "IN_VERIFICATION", "VERIFIED", "APPROVED", "ARCHIVED", "SUPERSEDED"],
  ],
  ["LIFT_RESTRICTION", "liftRestriction", ["RESTRICTED"], (eyes, row) => hasGround(eyes, row)],
];

const tookNoPart = ({ world, accountId }: Eyes, row: Stored): boolean =>
  row.collected_by !== accountId &&
  !world.all.finding.some(({ record_id, performed_by }) => record_id === row.id && performed_by === accountId) &&
  !world.all.verification_task.some(
    (task) => world.isClaimOf(accountId, task) && world.recordsOf(task.id).some(({ id }) => id === row.id),
  );

const isInConflict = ({ world }: Eyes, { id }: Stored): boolean =>
  world.all.conflict.some((row) => [row.first_id, row.second_id].includes(id) && !row.resolved_at);

const CRITICAL = ["OPERATION", "FINANCIAL", "TRANSACTION"];
const UNCONFIRMED = ["CREDIT", "FEEDBACK"];

const isApprovable = (eyes: Eyes, row: Stored): boolean => {
  const { category, corroboration } = row;
  const enough = CRITICAL.includes(category)
    ? corroboration === "FULL"
    : corroboration !== "REFUTED" && (UNCONFIRMED.includes(category) || corroboration !== "SELF_DECLARED");
  return enough && !isInConflict(eyes, row);
};

const isInForce = ({ withdrawn_on, given_on, expires_on }: Stored, today: string): boolean =>
  withdrawn_on === null && given_on <= today && (expires_on === null || expires_on > today);

/** Whatever it says: who lifts a restriction is not told what is in the record. */
const mayBePersonal = ({ world }: Eyes, { category, customer_id }: Stored): boolean =>
  category === "CONTACT" ||
  (category === "FINANCIAL" && ["SOLE_TRADER", "OTHER"].includes(world.customer(customer_id).kind));

const hasGround = (eyes: Eyes, row: Stored): boolean =>
  row.legal_basis !== null ||
  (row.consent_id === null
    ? !mayBePersonal(eyes, row)
    : eyes.world.all.consent.some((consent) => consent.id === row.consent_id && isInForce(consent, eyes.today)));

const actionsOf = (eyes: Eyes, place: Place): string[] => [
  ...(mayCorrect(eyes, place) ? ["CORRECT"] : []),
  ...ACTIONS.filter(
    ([, mutation, from, also]) =>
      MAY_CALL[mutation]?.includes(eyes.role) && from.includes(place.row.status) && (also?.(eyes, place.row) ?? true),
  ).map(([action]) => action),
];

type Compute = (eyes: Eyes, place: Place) => unknown;

/** In four eyes that are strict: whoever had a part in a task or its records before verifies neither. */
export const mayVerify = ({ world, accountId }: Eyes, task: Stored): boolean => {
  const me = world.all.account.find(({ id }) => id === accountId) as Stored;
  const records = world.recordsOf(task.id);
  const ids = new Set(records.map(({ id }) => id));
  const parts = records.flatMap((record) => [record.collected_by, record.approved_by, record.archived_by]);
  const findings = world.all.finding.filter((row) => ids.has(row.record_id) && row.task_id !== task.id);
  const others = world.all.verification_task_record
    .filter((link) => ids.has(link.record_id) && link.task_id !== task.id)
    .map((link) => world.all.verification_task.find(({ id }) => id === link.task_id) as Stored)
    .filter((other) => other.status === "RETURNED" || world.isClaimed(other));
  const said = findings.filter(({ result }) => result === "CONFIRMED" || result === "CONTRADICTED");
  const verifiers = [...said.map((row) => row.performed_by), ...others.map((other) => other.assignee_id)];
  const live = world.all.verification_task.filter((other) => world.isClaimOf(accountId, other));
  const qualified = me.disabled_at === null && me.qualifications.includes(task.method);
  return qualified && live.length < 10 && ![...parts, ...verifiers, task.requested_by].includes(accountId);
};

/** What may be done in each state of a task; a claim that has run out leaves it open. */
const LEGAL = {
  OPEN: ["claimTask", "reassignTask", "cancelTask"],
  CLAIMED: ["releaseTask", "submitFindings", "reassignTask", "cancelTask"],
  SUBMITTED: ["returnTask"],
  RETURNED: ["claimTask", "reassignTask", "cancelTask"],
} as const satisfies Record<string, readonly string[]>;

const ACTION_OF: Readonly<Record<string, string>> = {
  claimTask: "CLAIM",
  releaseTask: "RELEASE",
  submitFindings: "SUBMIT",
  returnTask: "RETURN",
  reassignTask: "REASSIGN",
  cancelTask: "CANCEL",
};

const collectedAnyOf = ({ world, accountId }: Eyes, { id }: Stored): boolean =>
  world.recordsOf(id).some(({ collected_by }) => collected_by === accountId);

const actionsOnTask: Compute = (eyes, { row }) => {
  const status = row.status === "CLAIMED" && !eyes.world.isClaimed(row) ? "OPEN" : row.status;
  const legal: readonly string[] = LEGAL[status as keyof typeof LEGAL] ?? [];
  return legal
    .filter((mutation) => MAY_CALL[mutation]?.includes(eyes.role))
    .filter((mutation) => mutation !== "claimTask" || mayVerify(eyes, row))
    .filter((mutation) => !/^(return|cancel)/.test(mutation) || !collectedAnyOf(eyes, row))
    .filter((mutation) => !/^(release|submit)/.test(mutation) || eyes.world.isClaimOf(eyes.accountId, row))
    .map((mutation) => ACTION_OF[mutation]);
};

/** What is not a column. */
const COMPUTED: Readonly<Record<string, Compute>> = {
  "VerificationTask.allowedActions": actionsOnTask,
  "TransactionRecord.overdueDays": ({ today }, { row }) =>
    row.due_on === null ? 0 : Math.max(0, days(row.due_on, row.settled_on ?? today)),
  "Source.agreement": ({ world }, { row }) =>
    world.all.sharing_agreement.find(({ id }) => id === row.agreement_id)?.number ?? null,
  "Consent.inForce": ({ today }, { row }) => isInForce(row, today),
};

const ofRecord = (field: string): Compute | undefined => {
  if (field === "disclosure") return disclosureOf;
  return field === "allowedActions" ? actionsOf : undefined;
};

/** Fields whose value the oracle does not know; that they are answered is all it can say. */
export const UNKNOWN: unique symbol = Symbol("UNKNOWN");

const UNCOMPUTED = new Set(["Customer.completeness", "Customer.freshness"]);

/** The value of a leaf as it is stored. */
const storedValue = (eyes: Eyes, place: Place, field: string): unknown => {
  const coordinate = `${place.type}.${field}`;
  if (UNCOMPUTED.has(coordinate)) return UNKNOWN;
  const compute = COMPUTED[coordinate] ?? (place.type in CATEGORY_OF_TYPE ? ofRecord(field) : undefined);
  if (compute) return compute(eyes, place);
  const value = place.row[columnOf(place.type, field)];
  if (value === undefined) throw new Error(`no column for ${coordinate}`);
  return value;
};

const TEXT_NUMBERS = new Set(["CreditAssessment.score"]);

/** What a leaf has to be answered with. */
export const expectedLeaf = (eyes: Eyes, place: Place, field: string): unknown => {
  const shown = shownAt(eyes, place, field);
  if (shown === "DENIED") return null;
  const value = storedValue(eyes, place, field);
  const coordinate = `${place.type}.${field}`;
  if (shown === "MASKED" && value !== null) return MASK[coordinate]?.(String(value)) ?? null;
  return TEXT_NUMBERS.has(coordinate) && value !== null ? String(value) : value;
};

const CURRENCY: Readonly<Record<string, string>> = {
  registeredCapital: "registered_capital_currency",
  amount: "amount_currency",
  settledAmount: "amount_currency",
  creditLimit: "credit_limit_currency",
};

/** What an amount has to be answered with: masked, its band alone. */
export const expectedMoney = (eyes: Eyes, place: Place, field: string): Readonly<Record<string, unknown>> | null => {
  const shown = shownAt(eyes, place, field);
  const amount = place.row[columnOf(place.type, field)];
  if (shown === "DENIED" || amount === null) return null;
  const band = bandOf(amount);
  if (shown === "MASKED") return { amount: null, currency: null, band };
  return { amount: String(amount), currency: place.row[CURRENCY[field] ?? "currency"], band };
};
