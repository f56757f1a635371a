/**
 * What every role reads that no field shows as it is: keys, and what finds, scopes, orders and puts in force the rows. All
 * of it is INTERNAL or milder, for which every role is cleared, but for what is named in docs/decisions/0034.
 */
export const STRUCTURE = {
  account: ["id", "display_name", "branch_id", "roles", "qualifications", "disabled_at"],
  branch: ["id"],
  conflict: ["id", "customer_id", "category", "first_id", "second_id", "resolved_by", "resolved_at", "opened_at"],
  consent: ["id", "customer_id", "given_on", "withdrawn_on", "expires_on"],
  customer: ["id", "branch_id", "kind", "importance"],
  evidence: ["id", "record_id", "customer_id"],
  finding: [
    "id",
    "task_id",
    "record_id",
    "customer_id",
    "category",
    "field",
    "result",
    "found_at",
    "performed_by",
    "observed_record_id",
  ],
  information_record: [
    "id",
    "customer_id",
    "category",
    "series",
    "status",
    "standing",
    "seal",
    "collected_by",
    "approved_by",
    "archived_by",
    "recorded_at",
    "archived_at",
    "compared_at",
    "valid_from",
    "valid_to",
    "corrects_id",
    "supersedes_id",
    "agreement_id",
    "consent_id",
  ],
  major_event: ["id", "customer_id", "category", "task_id", "reported_by", "reported_at"],
  notice: ["purpose", "version", "text_zh", "text_en", "published_at"],
  record_derivation: ["record_id", "source_id", "customer_id"],
  screening_finding: ["id", "record_id", "customer_id", "overridden_by"],
  search_entry: ["customer_id", "branch_id", "text", "lexemes", "spread"],
  sharing_agreement: ["id", "number"],
  verification_task: ["id", "customer_id", "category", "assignee_id", "requested_by"],
  verification_task_record: ["task_id", "record_id", "customer_id", "category"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Types that are shown to whoever may ask one query, and the tables behind them with what finds their rows. */
export const ASKED_BY_FEW = [
  {
    query: "accounts",
    types: ["Account", "AccessToken", "AccountPayload"],
    structure: { session: ["id", "account_id"] },
  },
  {
    query: "sharingAgreements",
    types: ["SharingAgreement", "SharingAgreementPayload"],
    structure: { sharing_agreement: ["recorded_by", "ended_by"] },
  },
  {
    query: "accessEvents",
    types: ["AccessEvent", "AccessRead"],
    structure: {
      access_event: ["id", "seq", "account_id", "occurred_at", "pattern", "customers", "customer_count"],
      access_read: ["pattern", "coordinate", "use", "grade", "level"],
      ledger_batch: ["number", "last_seq"],
    },
  },
] as const;
