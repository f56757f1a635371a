import { AUTHORITY, mayAsk } from "../../auth/authority.js";
import type { Role } from "../../auth/role.js";
import { ROW_SCOPE } from "../../auth/scope.js";

// Which rows exist, as PostgreSQL decides it. What is asked of the request stands in a subquery of its own, which runs
// once a statement; without it nothing is equal to it, and no row exists.

const asked = (name: string, type: string): string =>
  `(SELECT nullif(current_setting('archive.${name}', true), '')::${type})`;

const BRANCH = asked("branch", "uuid");
const VIEWER = asked("viewer", "uuid");
/** The moment of the request; the clock of the database where nobody says it. */
const NOW = "(SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))";

/** A live claim of mine (domain: 72 h at most, and gone with the claim). */
const MY_CLAIM = `assignee_id = ${VIEWER} AND status = 'CLAIMED' AND claimed_until > ${NOW}`;
/** Functions (migration 0031), which run as the same role, behind the same policies: what they read is not planned anew at every table. */
const CLAIMED_TASKS = "(SELECT claimed_tasks())::uuid[]";
const CLAIMED_RECORDS = "(SELECT claimed_records())::uuid[]";

/** The customer exists for the same role: its own policy says so. */
const ofCustomer = (table: string): string => `EXISTS (SELECT FROM customer c WHERE c.id = ${table}.customer_id)`;

/** Rows below a customer, and by which of their columns a claim opens them in another branch. */
const BELOW_CUSTOMER: Readonly<Record<string, string | null>> = {
  conflict: null,
  consent: null,
  evidence: `record_id = ANY (${CLAIMED_RECORDS})`,
  finding: `record_id = ANY (${CLAIMED_RECORDS})`,
  information_record: `id = ANY (${CLAIMED_RECORDS})`,
  major_event: null,
  record_derivation: null,
  screening_finding: `record_id = ANY (${CLAIMED_RECORDS})`,
  verification_task: MY_CLAIM,
  verification_task_record: `task_id = ANY (${CLAIMED_TASKS})`,
};

const mayClaim = (role: Role): boolean => AUTHORITY.claimTask.some((each) => each === role);

const ofBranch = (table: string, role: Role): string | null => {
  if (table === "customer") return `branch_id = ${BRANCH}`;
  if (table === "branch") return `id = ${BRANCH}`;
  const claim = BELOW_CUSTOMER[table];
  if (claim === undefined) return null;
  return claim !== null && mayClaim(role) ? `${ofCustomer(table)} OR (${claim})` : ofCustomer(table);
};

/** Of no customer, for whoever has signed in: persons by their names, texts everybody is told, terms with partners. */
const FOR_ALL: readonly string[] = ["account", "notice", "sharing_agreement"];

const LEDGER: readonly string[] = ["access_event", "access_read", "ledger_batch"];

/**
 * The rows of a table that exist for a role; null: none do. Search entries hold PUBLIC facts only, and a policy on them
 * would keep PostgreSQL from their index: their statement says itself which branch it is for (decision 0034).
 */
export const rowsFor = (table: string, role: Role): string | null => {
  if (FOR_ALL.includes(table)) return "true";
  if (mayAsk(role, "accounts") && table === "branch") return "true";
  if (mayAsk(role, "accounts") && table === "session") return "name IS NOT NULL";
  if (LEDGER.includes(table)) return mayAsk(role, "accessEvents") ? "true" : null;
  if (mayAsk(role, "importJob") && table === "import_job") return `account_id = ${VIEWER}`;
  if (mayAsk(role, "importJob") && table === "import_rejected")
    return "EXISTS (SELECT FROM import_job j WHERE j.id = import_rejected.job_id)";
  const known = table in BELOW_CUSTOMER || ["customer", "branch", "search_entry"].includes(table);
  if (!known || ROW_SCOPE[role] === "NONE") return null;
  return ROW_SCOPE[role] === "ALL" || table === "search_entry" ? "true" : ofBranch(table, role);
};

/** Rows a command for one branch may add and change. What a claim leads to in other branches is weighed by the command. */
export const WRITTEN_BY_BRANCH: Readonly<Record<string, string>> = {
  consent: `EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id AND c.branch_id = ${BRANCH})`,
  customer: `branch_id = ${BRANCH}`,
  search_entry: `branch_id = ${BRANCH}`,
};

/** Rows that are of the person who changes them, whatever they act as. */
export const OF_PERSON: Readonly<Record<string, string>> = {
  idempotency: `account_id = ${VIEWER}`,
  import_job: `account_id = ${VIEWER}`,
};

/** Rows that reports of one branch count. */
export const REPORTED_OF_BRANCH: Readonly<Record<string, string>> = {
  branch: `id = ${BRANCH}`,
  customer: `branch_id = ${BRANCH}`,
  customer_fact: `branch_id = ${BRANCH}`,
  customer_record_fact: ofCustomer("customer_record_fact"),
  customer_trade_fact: ofCustomer("customer_trade_fact"),
  // All of it: of a customer that has gone to another branch the facts here are not true, either.
  fact_queue: "true",
  fact_zone: "true",
  information_record: ofCustomer("information_record"),
  verification_task: ofCustomer("verification_task"),
};
