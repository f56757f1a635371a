import { type Eyes, isListed, mayReadTexts, type Place } from "./expected.js";
import { rowsOf } from "./policy.js";
import type { Stored, World } from "./stored.js";

const isReadable = ({ status }: Stored): boolean => status !== "RESTRICTED" && status !== "ERASED";

const isCandidate = (record: Stored, today: string): boolean =>
  record.standing === 1 ||
  (record.standing === 0 && record.valid_from <= today && (record.valid_to === null || record.valid_to > today));

const newerFirst = (a: Stored, b: Stored): number =>
  a.recorded_at === b.recorded_at ? (a.id < b.id ? 1 : -1) : a.recorded_at < b.recorded_at ? 1 : -1;

const inForceFirst = (a: Stored, b: Stored): number => a.standing - b.standing || newerFirst(a, b);

/** What is archived stands before what is not; restricted, only before what was there with it. */
const standsBefore = (other: Stored, record: Stored): boolean => {
  const isNewer = newerFirst(other, record) < 0;
  if (other.standing === record.standing) return isNewer;
  return other.standing < record.standing && (isReadable(other) || isNewer);
};

/** Of each series what is in force: newest archived and valid, else newest live. Restricted, it hides what was there with it. */
export const inForce = ({ all }: World, customerId: string, category: string, today: string): Stored[] => {
  const candidates = all.information_record.filter(
    (record) => record.customer_id === customerId && record.category === category && isCandidate(record, today),
  );
  const isBeaten = (record: Stored) =>
    candidates.some((other) => other.series === record.series && other !== record && standsBefore(other, record));
  return candidates.filter((record) => isReadable(record) && !isBeaten(record)).sort(inForceFirst);
};

type Related = (eyes: Eyes, row: Stored) => readonly Stored[];

const by =
  (...keys: readonly [column: string, direction: 1 | -1][]) =>
  (a: Stored, b: Stored): number => {
    for (const [column, direction] of [...keys, ["id", keys.at(-1)?.[1] ?? 1] as const]) {
      if (a[column] !== b[column]) return a[column] < b[column] ? -direction : direction;
    }
    return 0;
  };

const ofCustomer =
  (table: keyof World["all"], order: ReturnType<typeof by>): Related =>
  ({ world }, { id }) =>
    world.all[table].filter((row) => row.customer_id === id).sort(order);

const standing =
  (category: string, order: (a: Stored, b: Stored) => number = inForceFirst): Related =>
  ({ world, today }, { id }) =>
    inForce(world, id, category, today).sort(order);

const idAscending = by(["id", 1]);

const named =
  (table: keyof World["all"], column: string): Related =>
  ({ world }, row) =>
    world.all[table].filter(({ id }) => id === row[column]);

/** Where it leads would tell whose a restricted record is. */
const fromReadable =
  (related: Related): Related =>
  (eyes, row) =>
    isReadable(row) ? related(eyes, row) : [];

const betweenReadable = (related: Related): Related =>
  fromReadable((eyes, row) => related(eyes, row).filter(isReadable));

const OF_CUSTOMER: Readonly<Record<string, Related>> = {
  branch: named("branch", "branch_id"),
  registration: (eyes, row) => standing("REGISTRATION")(eyes, row).slice(0, 1),
  operation: (eyes, row) => standing("OPERATION")(eyes, row).slice(0, 1),
  creditAssessment: (eyes, row) => standing("CREDIT")(eyes, row).slice(0, 1),
  contacts: standing("CONTACT", by(["recorded_at", 1])),
  financialStatements: standing("FINANCIAL", by(["period_end", -1])),
  transactions: standing("TRANSACTION", by(["recorded_at", -1])),
  feedback: standing("FEEDBACK", by(["received_on", -1])),
  records: ofCustomer("information_record", by(["recorded_at", -1])),
  verificationTasks: ofCustomer("verification_task", by(["created_at", -1])),
  consents: ofCustomer("consent", (a, b) =>
    a.given_on === b.given_on ? (a.id < b.id ? -1 : 1) : a.given_on < b.given_on ? 1 : -1,
  ),
  majorEvents: ofCustomer("major_event", by(["reported_at", -1])),
};

const successors = betweenReadable(({ world }, { id }) =>
  world.all.information_record.filter((other) => other.supersedes_id === id).sort(newerFirst),
);

const OF_RECORD: Readonly<Record<string, Related>> = {
  customer: named("customer", "customer_id"),
  collectedBy: named("account", "collected_by"),
  corrects: betweenReadable(named("information_record", "corrects_id")),
  supersedes: betweenReadable(named("information_record", "supersedes_id")),
  supersededBy: (eyes, row) => successors(eyes, row).slice(0, 1),
  evidence: ({ world }, { id }) => world.all.evidence.filter((row) => row.record_id === id).sort(idAscending),
  verificationTasks: fromReadable(({ world }, { id }) => {
    const tasks = new Set(
      world.all.verification_task_record.filter((link) => link.record_id === id).map((l) => l.task_id),
    );
    return world.all.verification_task
      .filter((task) => tasks.has(task.id))
      .sort((a, b) => (a.created_at === b.created_at ? (a.id < b.id ? -1 : 1) : a.created_at < b.created_at ? 1 : -1));
  }),
  screening: ({ world }, { id }) => world.screeningOf(id),
  // Of the payload that collecting answers, which stands over the record's row.
  tasks: (eyes, row) => (OF_RECORD.verificationTasks as Related)(eyes, row),
  record: (_, row) => [row],
};

const OF_SOURCE: Readonly<Record<string, Related>> = {
  consent: fromReadable(named("consent", "consent_id")),
  derivedFrom: fromReadable(({ world }, { id }) =>
    world.all.record_derivation
      .filter((link) => link.record_id === id)
      .map((link) => world.record(link.source_id))
      .sort(idAscending),
  ),
};

const RELATIONS: Readonly<Record<string, Readonly<Record<string, Related>>>> = {
  Customer: OF_CUSTOMER,
  Source: OF_SOURCE,
  VerificationTask: {
    customer: named("customer", "customer_id"),
    assignee: named("account", "assignee_id"),
    records: ({ world }, { id }) => world.recordsOf(id).filter(isReadable).sort(idAscending),
    findings: ({ world }, { id }) => world.findingsOf(id),
  },
  Finding: { observedRecord: named("information_record", "observed_record_id") },
  ScreeningFinding: { overriddenBy: named("account", "overridden_by") },
  MajorEvent: { reportedBy: named("account", "reported_by"), task: named("verification_task", "task_id") },
  Conflict: {
    customer: named("customer", "customer_id"),
    resolvedBy: named("account", "resolved_by"),
    records: ({ world }, { first_id, second_id }) => {
      const both = [world.record(first_id), world.record(second_id)];
      return both.every(isReadable) ? both.sort(idAscending) : [];
    },
  },
  CustomerPayload: { customer: (_, row) => [row] },
};

/** Whether a row exists for somebody: of their branch, or opened by a claim of theirs. */
export const existsFor = ({ world, role, accountId }: Eyes, row: Stored): boolean => {
  if (rowsOf(role) === "all") return true;
  const customer = "customer_id" in row ? world.customer(row.customer_id) : row;
  const mine = world.all.account.find(({ id }) => id === accountId)?.branch_id;
  return rowsOf(role) === "branch" && (customer.branch_id === mine || world.isOnClaimOf(accountId, row));
};

/** Relations to rows of a customer; to people and branches everybody is led. */
const LEADS_TO_PEOPLE = new Set(["assignee", "collectedBy", "overriddenBy", "reportedBy", "resolvedBy", "branch"]);

/** The rows behind a relation, in the order they are answered in; null where not even the list may be read. */
export const relatedTo = (eyes: Eyes, place: Place, field: string): readonly Stored[] | null => {
  const related = (RELATIONS[place.type] ?? OF_RECORD)[field];
  if (related === undefined) throw new Error(`the oracle knows no relation ${place.type}.${field}`);
  const all = related(eyes, place.row);
  const rows = LEADS_TO_PEOPLE.has(field) ? all : all.filter((row) => existsFor(eyes, row));
  if (field !== "screening" && field !== "findings") return rows;
  const type = field === "screening" ? "ScreeningFinding" : "Finding";
  // Of a list the record or task decides whether it is read at all, the field a row is about whether it is in it.
  if (!mayReadTexts(eyes, place)) return null;
  return rows.filter((row) => isListed(eyes, { type, row }));
};
