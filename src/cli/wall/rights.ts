import { CHORE_ROLE, GATE_ROLE, REPORTERS, WRITERS } from "../../db/wall/database-role.js";

/** s read, l lock, i add, u change, d delete: of a table, for what is not read on behalf of a viewer. */
type Rights = "s" | "sl" | "i" | "si" | "su" | "siu" | "sd" | "sid" | "siud";

const { ALL, BRANCH, NONE } = WRITERS;

/** Commands weigh more than their caller sees (screening, corroboration): they read whole tables, of those they need. */
const ofCommands = (all: Rights, branch: Rights = all): Readonly<Record<string, Rights>> => ({
  [ALL]: all,
  [BRANCH]: branch,
});

const report: Readonly<Record<string, Rights>> = { [REPORTERS.ALL]: "s", [REPORTERS.BRANCH]: "s" };

/** Who may do what with a table beyond reading for a viewer. A table that is not here does not exist for the archive. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, Rights>>>> = {
  // The read ledger is written and sealed, and never changed; only its head moves on.
  access_event: { [CHORE_ROLE]: "si" },
  access_read: { [CHORE_ROLE]: "si" },
  ledger_batch: { [CHORE_ROLE]: "si" },
  ledger_head: { [CHORE_ROLE]: "siu" },
  account: { [GATE_ROLE]: "su", [NONE]: "siu", ...ofCommands("sl") },
  branch: { [GATE_ROLE]: "s", [NONE]: "s", ...ofCommands("s"), ...report },
  // What a viewer was answered is remembered by the process, and seen by nobody.
  answered_report: {},
  conflict: ofCommands("siu"),
  consent: ofCommands("siu"),
  customer: { ...ofCommands("siu"), ...report },
  customer_fact: report,
  customer_record_fact: report,
  customer_trade_fact: report,
  customer_transfer: { [ALL]: "si" },
  encryption_key: {},
  evidence: ofCommands("s"),
  fact_zone: report,
  fact_queue: { ...ofCommands("i"), ...report },
  finding: ofCommands("si"),
  idempotency: { [NONE]: "siu", ...ofCommands("siu") },
  import_chunk: { [BRANCH]: "sid" },
  import_job: { [BRANCH]: "siud" },
  import_rejected: { [BRANCH]: "sd" },
  information_record: { ...ofCommands("siu"), ...report },
  major_event: ofCommands("siu"),
  notice: { [ALL]: "si" },
  persisted_operation: { [GATE_ROLE]: "s" },
  record_derivation: ofCommands("si"),
  record_state: ofCommands("siu"),
  screening_finding: ofCommands("siu"),
  search_entry: ofCommands("siu"),
  session: { [GATE_ROLE]: "siu", [NONE]: "siu" },
  sharing_agreement: ofCommands("siu", "sl"),
  sign_in_attempt: { [GATE_ROLE]: "siu" },
  // Whoever loses a role or an account lets go of their tasks.
  verification_task: { [NONE]: "su", ...ofCommands("siu"), ...report },
  verification_task_record: ofCommands("si"),
  verification_task_state: { [NONE]: "siu", ...ofCommands("siu") },
};

/** Chores, imports and demo data come to everything, and to no table's definition. */
export const rightsOn = (table: string): Readonly<Record<string, Rights>> => {
  const rights = RIGHTS[table];
  if (rights === undefined) throw new Error(`src/cli/wall/rights.ts says nothing of the table ${table}`);
  return { [CHORE_ROLE]: "siud", ...rights };
};

/** PostgreSQL asks for the right to change a row before it locks it: of one column, and to what no row may be. */
export const LOCK = "UPDATE (id)";

const VERBS = { s: "SELECT", l: LOCK, i: "INSERT", u: "UPDATE", d: "DELETE" } as const;

export const verbsOf = (rights: Rights): readonly string[] =>
  [...rights].map((letter) => VERBS[letter as keyof typeof VERBS]);
