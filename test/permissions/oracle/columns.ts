import { cellOf } from "./policy.js";

/**
 * What a role may read of each table by SQL of its own, as the policy is written, column by column; a table that is not here,
 * or a column, is nobody's. `a~b`: b is the mask of a. `a=b`: b is the band of the amount a. INTERNAL, PUBLIC: everybody's who
 * may read such rows. A star: no row of it is anybody's work. RECORD: texts, weighed row by row by the first wall.
 */
const COLUMNS = `
  access_event
    AUDITED id seq occurred_at account_id role roles purpose exit outcome code operation_name operation_hash registered
    AUDITED policy_version pattern customers customer_count hash
  access_read
    AUDITED pattern coordinate use grade level
  account
    INTERNAL id display_name branch_id roles qualifications disabled_at
    ADMINISTERED username identity_issuer identity_subject one_time_until created_at version
  branch
    PUBLIC id code name
  conflict
    INTERNAL id customer_id category first_id second_id resolved_by resolved_at opened_at version
    RECORD fields resolution reason
  consent
    INTERNAL id customer_id purposes categories given_on expires_on withdrawn_on version
    CONTACT* person_name~person_name_masked reference withdrawal_reason
  customer
    PUBLIC id code name uscc kind region industry
    INTERNAL branch_id importance status version created_at updated_at
    CREDIT* risk_class credit_rating credit_limit
    FINANCIAL* revenue
  evidence
    INTERNAL id record_id customer_id media_type size_bytes added_at
    RECORD name sha256
  finding
    INTERNAL id task_id record_id customer_id category field result found_at performed_by observed_record_id
    RECORD reason source_party note
  import_job
    IMPORTED id account_id branch_id role kind status file_name map encoding sheet dry_run form bytes bytes_done rows customers
    IMPORTED records superseded unchanged rejected first_rows failure claim attempts claimed_until created_at started_at finished_at
  import_rejected
    IMPORTED job_id line reason text
  information_record
    INTERNAL id customer_id category series status standing seal collected_by approved_by archived_by recorded_at archived_at
    INTERNAL valid_from valid_to corrects_id supersedes_id agreement_id consent_id channel sub_channel stated_on tool legal_basis
    INTERNAL collected_at compared_at version
    RECORD corroboration party reference return_reason
    PUBLIC legal_name uscc legal_representative established_on company_type registration_region registered_address
    PUBLIC business_scope industry operating_status registered_capital_currency registered_capital=registered_capital_band
    CONTACT person_name~person_name_masked position mobile~mobile_masked landline email~email_masked
    CONTACT postal_address~postal_address_masked
    IDENTITY id_number~id_number_masked bank_account~bank_account_masked
    IDENTITY* id_number_lookup bank_account_lookup
    INTERNAL premises main_products main_markets market_position competition period_start period_end received_on feedback_kind
    COMMERCIAL operating_state litigation_count
    FINANCIAL employees currency audited auditor total_assets=total_assets_band total_liabilities=total_liabilities_band
    FINANCIAL equity=equity_band revenue=revenue_band main_revenue=main_revenue_band net_profit=net_profit_band
    FINANCIAL profit_before_tax=profit_before_tax_band tax_paid=tax_paid_band guarantees_given=guarantees_given_band
    FINANCIAL operating_cash_flow=operating_cash_flow_band
    COMMERCIAL contract_number occurred_on due_on settled_on amount=amount_band settled_amount=settled_amount_band
    COMMERCIAL amount_currency disputed performance satisfaction feedback_text resolution resolved_on
    CREDIT rating score credit_limit=credit_limit_band credit_limit_currency payment_term_days valid_until rationale
    CREDIT scorecard_version
  ledger_batch
    AUDITED number last_seq
  major_event
    INTERNAL id customer_id category task_id reported_by reported_at occurred_on closed_at
    RECORD kind description
  notice
    PUBLIC purpose version text_zh text_en published_at
  record_derivation
    INTERNAL record_id source_id customer_id
  screening_finding
    INTERNAL id record_id customer_id overridden_by
    RECORD rule severity field message clause override_reason
  search_entry
    PUBLIC customer_id branch_id text lexemes spread
  session
    ADMINISTERED id account_id name created_at expires_at revoked_at
  sharing_agreement
    INTERNAL id number
    AGREED partner purposes starts_on expires_on ended_on end_reason ended_by recorded_by recorded_at version
  verification_task
    INTERNAL id customer_id category assignee_id requested_by method cause priority status due_at claimed_until created_at version
    RECORD request_reason reason reason_code return_reason return_code
  verification_task_record
    INTERNAL task_id record_id customer_id category
`;

const AUDITING = ["AUDITOR", "COMPLIANCE"];
const AGREEING = ["COMPLIANCE"];
const IMPORTING = ["COLLECTOR", "CLERK"];

const readable = (role: string, grade: string, column: string): string[] => {
  const [, raw = "", sign = "", twin = ""] = /^(\w+)([~=]?)(\w*)$/.exec(column) ?? [];
  const both = sign === "=" ? [raw, twin] : [raw];
  switch (grade) {
    case "RECORD":
      return both;
    case "ADMINISTERED":
      return role === "ADMIN" ? both : [];
    case "AUDITED":
      return AUDITING.includes(role) ? both : [];
    case "AGREED":
      return AGREEING.includes(role) ? both : [];
    case "IMPORTED":
      return IMPORTING.includes(role) ? both : [];
  }
  const cell = cellOf(role, grade.replace("*", "")).replace(grade.endsWith("*") ? "T/" : "*", "");
  const masked = sign === "" ? [] : [twin];
  if (cell === "F") return both;
  if (cell === "M") return masked;
  if (cell === "T/M") return sign === "" ? [raw] : [raw, twin];
  return cell === "T/–" ? both : [];
};

/** The columns a role may read, as `table.column`. */
export const columnsFor = (role: string): Set<string> => {
  const found = new Set<string>();
  let table = "";
  for (const line of COLUMNS.trim().split("\n")) {
    const [first = "", ...columns] = line.trim().split(/\s+/);
    if (columns.length === 0) table = first;
    for (const column of columns) for (const name of readable(role, first, column)) found.add(`${table}.${name}`);
  }
  return found;
};
