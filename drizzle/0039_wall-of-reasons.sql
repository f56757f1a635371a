DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relname IN ('information_record', 'verification_task') LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, archive_api, archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore', it.name);
  END LOOP;
  FOR it IN SELECT p.polname AS policy, p.polrelid::regclass AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('information_record', 'verification_task') LOOP
    EXECUTE format('DROP POLICY %I ON %s', it.policy, it.name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "information_record" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "information_record" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "information_record" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "information_record" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "information_record" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "information_record" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "information_record" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "information_record" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "information_record" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "information_record" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "information_record" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "information_record" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "information_record" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "information_record" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "information_record" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "information_record" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "information_record" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "verification_task" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "verification_task" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "verification_task" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "verification_task" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "verification_task" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, UPDATE ON "verification_task" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "verification_task" FOR SELECT TO archive_account_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_update" ON "verification_task" FOR UPDATE TO archive_account_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "verification_task" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "verification_task" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "verification_task" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "verification_task" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "verification_task" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "verification_task" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "verification_task" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "verification_task" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "verification_task" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "verification_task" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "customer_id", "disputed", "due_on", "email", "email_masked", "established_on", "feedback_kind", "feedback_text", "id", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "market_position", "mobile", "mobile_masked", "occurred_on", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "person_name_masked", "position", "postal_address", "postal_address_masked", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "information_record" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "verification_task" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit_band", "currency", "customer_id", "disputed", "due_on", "email", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_masked", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "profit_before_tax", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "information_record" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "verification_task" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "currency", "customer_id", "disputed", "due_on", "email", "email_masked", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_masked", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "mobile_masked", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "person_name_masked", "position", "postal_address", "postal_address_masked", "premises", "profit_before_tax", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "information_record" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id) OR (id = ANY ((SELECT claimed_records())::uuid[])));
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "verification_task" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id) OR (assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND status = 'CLAIMED' AND claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_lookup", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "email", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_lookup", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "information_record" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "verification_task" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "email_masked", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile_masked", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "person_name_masked", "postal_address_masked", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "information_record" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "verification_task" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount_band", "approved_by", "archived_at", "archived_by", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "credit_limit_band", "customer_id", "email_masked", "equity_band", "established_on", "feedback_kind", "guarantees_given_band", "id", "id_number_masked", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "main_revenue_band", "market_position", "mobile_masked", "net_profit_band", "operating_cash_flow_band", "operating_status", "party", "period_end", "period_start", "person_name_masked", "postal_address_masked", "premises", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "return_reason", "revenue_band", "seal", "series", "settled_amount_band", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid_band", "tool", "total_assets_band", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "information_record" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "verification_task" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "bank_account", "bank_account_lookup", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "email", "established_on", "feedback_kind", "id", "id_number", "id_number_lookup", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "mobile", "operating_status", "party", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "return_reason", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "information_record" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "verification_task" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "return_reason", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "established_on", "feedback_kind", "id", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "operating_status", "party", "period_end", "period_start", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "return_reason", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "information_record" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "verification_task" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "established_on", "feedback_kind", "id", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "operating_status", "party", "period_end", "period_start", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "return_reason", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "reason", "reason_code", "request_reason", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_admin;
