DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['archive_api', 'archive_nobody', 'archive_clerk', 'archive_collector', 'archive_verifier', 'archive_reviewer', 'archive_analyst', 'archive_archivist', 'archive_compliance', 'archive_reporter', 'archive_auditor', 'archive_admin', 'archive_command', 'archive_branch_command', 'archive_account_command', 'archive_report', 'archive_branch_report', 'archive_gate', 'archive_chore'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF wanted <> 'archive_api' AND NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = wanted::regrole AND member = 'archive_api'::regrole) THEN
      BEGIN
        EXECUTE format('GRANT %I TO archive_api', wanted);
      EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
      END;
    END IF;
  END LOOP;
  IF NOT pg_has_role(current_user, 'archive_api', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT archive_api TO %I', current_user);
    EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
    END;
  END IF;
END $$;
--> statement-breakpoint
DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, archive_api, archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore', it.name);
  END LOOP;
  FOR it IN SELECT p.polname AS policy, p.polrelid::regclass AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('DROP POLICY %I ON %s', it.policy, it.name);
  END LOOP;
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC, archive_api, archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore;
  GRANT USAGE ON SCHEMA public TO archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore;
END $$;
--> statement-breakpoint
ALTER TABLE "access_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "access_event" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "access_read" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "access_read" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "account" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "answered_report" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "answered_report" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "branch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "branch" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "conflict" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "conflict" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "consent" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_fact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_fact" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_record_fact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_record_fact" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_trade_fact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_trade_fact" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_transfer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_transfer" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "encryption_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "encryption_key" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_queue" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_queue" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_zone" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_zone" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "finding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "finding" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_chunk" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_chunk" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_job" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_job" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_rejected" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_rejected" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "information_record" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "information_record" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ledger_batch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ledger_batch" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ledger_head" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ledger_head" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "major_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "major_event" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notice" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "persisted_operation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "persisted_operation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "record_derivation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "record_derivation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "record_state" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "record_state" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "screening_finding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "screening_finding" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_entry" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "search_entry" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "session" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sharing_agreement" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sharing_agreement" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sign_in_attempt" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sign_in_attempt" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task_record" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task_record" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task_state" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "verification_task_state" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON "access_event" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "access_event" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "access_event" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "access_read" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "access_read" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "access_read" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "account" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "account" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "account" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "account" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "account" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, UPDATE ON "account" TO archive_gate;
--> statement-breakpoint
CREATE POLICY "archive_gate_select" ON "account" FOR SELECT TO archive_gate USING (true);
--> statement-breakpoint
CREATE POLICY "archive_gate_update" ON "account" FOR UPDATE TO archive_gate USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "account" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "account" FOR SELECT TO archive_account_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_insert" ON "account" FOR INSERT TO archive_account_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_update" ON "account" FOR UPDATE TO archive_account_command USING (true);
--> statement-breakpoint
GRANT SELECT, UPDATE (id) ON "account" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "account" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_lock" ON "account" FOR UPDATE TO archive_command USING (true) WITH CHECK (false);
--> statement-breakpoint
GRANT SELECT, UPDATE (id) ON "account" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "account" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_lock" ON "account" FOR UPDATE TO archive_branch_command USING (true) WITH CHECK (false);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "answered_report" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "answered_report" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "answered_report" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "answered_report" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "answered_report" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "branch" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "branch" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "branch" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "branch" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "branch" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "branch" TO archive_gate;
--> statement-breakpoint
CREATE POLICY "archive_gate_select" ON "branch" FOR SELECT TO archive_gate USING (true);
--> statement-breakpoint
GRANT SELECT ON "branch" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "branch" FOR SELECT TO archive_account_command USING (true);
--> statement-breakpoint
GRANT SELECT ON "branch" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "branch" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT ON "branch" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "branch" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "branch" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "branch" FOR SELECT TO archive_branch_report USING (id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "conflict" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "conflict" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "conflict" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "conflict" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "conflict" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "conflict" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "conflict" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "conflict" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "conflict" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "conflict" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "conflict" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "conflict" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "conflict" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "consent" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "consent" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "consent" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "consent" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "consent" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "consent" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "consent" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "consent" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "consent" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "consent" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "consent" FOR INSERT TO archive_branch_command WITH CHECK (EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id AND c.branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "consent" FOR UPDATE TO archive_branch_command USING (EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id AND c.branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid)));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "customer" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "customer" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "customer" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "customer" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "customer" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "customer" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "customer" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "customer" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "customer" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "customer" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "customer" FOR INSERT TO archive_branch_command WITH CHECK (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "customer" FOR UPDATE TO archive_branch_command USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "credit_limit", "credit_rating", "id", "importance", "industry", "kind", "name", "region", "revenue", "risk_class", "status", "updated_at", "uscc", "version") ON "customer" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "customer" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "credit_limit", "credit_rating", "id", "importance", "industry", "kind", "name", "region", "revenue", "risk_class", "status", "updated_at", "uscc", "version") ON "customer" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "customer" FOR SELECT TO archive_branch_report USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_fact" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "customer_fact" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "customer_fact" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "customer_fact" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "customer_fact" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_fact" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "customer_fact" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_fact" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "customer_fact" FOR SELECT TO archive_branch_report USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_record_fact" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "customer_record_fact" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "customer_record_fact" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "customer_record_fact" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "customer_record_fact" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_record_fact" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "customer_record_fact" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_record_fact" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "customer_record_fact" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = customer_record_fact.customer_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_trade_fact" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "customer_trade_fact" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "customer_trade_fact" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "customer_trade_fact" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "customer_trade_fact" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_trade_fact" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "customer_trade_fact" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ON "customer_trade_fact" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "customer_trade_fact" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = customer_trade_fact.customer_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_transfer" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "customer_transfer" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "customer_transfer" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "customer_transfer" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "customer_transfer" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "customer_transfer" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "customer_transfer" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "customer_transfer" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "encryption_key" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "encryption_key" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "encryption_key" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "encryption_key" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "encryption_key" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "evidence" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "evidence" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "evidence" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "evidence" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "evidence" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "evidence" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "evidence" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT ON "evidence" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "evidence" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "fact_queue" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "fact_queue" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "fact_queue" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "fact_queue" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "fact_queue" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT INSERT ON "fact_queue" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "fact_queue" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON "fact_queue" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "fact_queue" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON "fact_queue" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "fact_queue" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ON "fact_queue" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "fact_queue" FOR SELECT TO archive_branch_report USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "fact_zone" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "fact_zone" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "fact_zone" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "fact_zone" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "fact_zone" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "fact_zone" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "fact_zone" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ON "fact_zone" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "fact_zone" FOR SELECT TO archive_branch_report USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "finding" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "finding" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "finding" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "finding" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "finding" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "finding" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "finding" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "finding" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "finding" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "finding" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "finding" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "idempotency" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "idempotency" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "idempotency" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "idempotency" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "idempotency" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "idempotency" FOR SELECT TO archive_account_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_account_command_insert" ON "idempotency" FOR INSERT TO archive_account_command WITH CHECK (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_account_command_update" ON "idempotency" FOR UPDATE TO archive_account_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "idempotency" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "idempotency" FOR SELECT TO archive_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "idempotency" FOR INSERT TO archive_command WITH CHECK (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "idempotency" FOR UPDATE TO archive_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "idempotency" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "idempotency" FOR SELECT TO archive_branch_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "idempotency" FOR INSERT TO archive_branch_command WITH CHECK (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "idempotency" FOR UPDATE TO archive_branch_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_chunk" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "import_chunk" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "import_chunk" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "import_chunk" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "import_chunk" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "import_chunk" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "import_chunk" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "import_chunk" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_delete" ON "import_chunk" FOR DELETE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_job" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "import_job" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "import_job" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "import_job" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "import_job" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_job" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "import_job" FOR SELECT TO archive_branch_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "import_job" FOR INSERT TO archive_branch_command WITH CHECK (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "import_job" FOR UPDATE TO archive_branch_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_delete" ON "import_job" FOR DELETE TO archive_branch_command USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_rejected" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "import_rejected" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "import_rejected" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "import_rejected" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "import_rejected" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, DELETE ON "import_rejected" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "import_rejected" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_delete" ON "import_rejected" FOR DELETE TO archive_branch_command USING (true);
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
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "information_record" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "information_record" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT, INSERT ON "ledger_batch" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "ledger_batch" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "ledger_batch" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "ledger_head" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "ledger_head" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "ledger_head" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "ledger_head" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "major_event" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "major_event" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "major_event" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "major_event" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "major_event" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "major_event" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "major_event" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "major_event" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "major_event" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "major_event" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "major_event" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "major_event" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "major_event" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "notice" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "notice" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "notice" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "notice" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "notice" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "notice" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "notice" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "notice" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "persisted_operation" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "persisted_operation" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "persisted_operation" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "persisted_operation" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "persisted_operation" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT ON "persisted_operation" TO archive_gate;
--> statement-breakpoint
CREATE POLICY "archive_gate_select" ON "persisted_operation" FOR SELECT TO archive_gate USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "record_derivation" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "record_derivation" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "record_derivation" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "record_derivation" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "record_derivation" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "record_derivation" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "record_derivation" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "record_derivation" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "record_derivation" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "record_derivation" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "record_derivation" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "record_state" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "record_state" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "record_state" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "record_state" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "record_state" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "record_state" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "record_state" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "record_state" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "record_state" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "record_state" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "record_state" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "record_state" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "record_state" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_finding" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "screening_finding" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "screening_finding" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "screening_finding" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "screening_finding" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "screening_finding" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "screening_finding" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "screening_finding" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "screening_finding" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "screening_finding" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "screening_finding" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "screening_finding" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "screening_finding" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_entry" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "search_entry" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "search_entry" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "search_entry" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "search_entry" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "search_entry" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "search_entry" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "search_entry" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "search_entry" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "search_entry" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "search_entry" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "search_entry" FOR INSERT TO archive_branch_command WITH CHECK (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "search_entry" FOR UPDATE TO archive_branch_command USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "session" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "session" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "session" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "session" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "session" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "session" TO archive_gate;
--> statement-breakpoint
CREATE POLICY "archive_gate_select" ON "session" FOR SELECT TO archive_gate USING (true);
--> statement-breakpoint
CREATE POLICY "archive_gate_insert" ON "session" FOR INSERT TO archive_gate WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_gate_update" ON "session" FOR UPDATE TO archive_gate USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "session" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "session" FOR SELECT TO archive_account_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_insert" ON "session" FOR INSERT TO archive_account_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_update" ON "session" FOR UPDATE TO archive_account_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sharing_agreement" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "sharing_agreement" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "sharing_agreement" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "sharing_agreement" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "sharing_agreement" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, UPDATE (id) ON "sharing_agreement" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "sharing_agreement" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_lock" ON "sharing_agreement" FOR UPDATE TO archive_command USING (true) WITH CHECK (false);
--> statement-breakpoint
GRANT SELECT, UPDATE (id) ON "sharing_agreement" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "sharing_agreement" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_lock" ON "sharing_agreement" FOR UPDATE TO archive_branch_command USING (true) WITH CHECK (false);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_attempt" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "sign_in_attempt" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "sign_in_attempt" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "sign_in_attempt" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "sign_in_attempt" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "sign_in_attempt" TO archive_gate;
--> statement-breakpoint
CREATE POLICY "archive_gate_select" ON "sign_in_attempt" FOR SELECT TO archive_gate USING (true);
--> statement-breakpoint
CREATE POLICY "archive_gate_insert" ON "sign_in_attempt" FOR INSERT TO archive_gate WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_gate_update" ON "sign_in_attempt" FOR UPDATE TO archive_gate USING (true);
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
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_report;
--> statement-breakpoint
CREATE POLICY "archive_report_select" ON "verification_task" FOR SELECT TO archive_report USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_branch_report;
--> statement-breakpoint
CREATE POLICY "archive_branch_report_select" ON "verification_task" FOR SELECT TO archive_branch_report USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "verification_task_record" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "verification_task_record" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "verification_task_record" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "verification_task_record" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "verification_task_record" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "verification_task_record" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "verification_task_record" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "verification_task_record" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON "verification_task_record" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "verification_task_record" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "verification_task_record" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "verification_task_state" TO archive_chore;
--> statement-breakpoint
CREATE POLICY "archive_chore_select" ON "verification_task_state" FOR SELECT TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_insert" ON "verification_task_state" FOR INSERT TO archive_chore WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_update" ON "verification_task_state" FOR UPDATE TO archive_chore USING (true);
--> statement-breakpoint
CREATE POLICY "archive_chore_delete" ON "verification_task_state" FOR DELETE TO archive_chore USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "verification_task_state" TO archive_account_command;
--> statement-breakpoint
CREATE POLICY "archive_account_command_select" ON "verification_task_state" FOR SELECT TO archive_account_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_insert" ON "verification_task_state" FOR INSERT TO archive_account_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_account_command_update" ON "verification_task_state" FOR UPDATE TO archive_account_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "verification_task_state" TO archive_command;
--> statement-breakpoint
CREATE POLICY "archive_command_select" ON "verification_task_state" FOR SELECT TO archive_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_command_insert" ON "verification_task_state" FOR INSERT TO archive_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_command_update" ON "verification_task_state" FOR UPDATE TO archive_command USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "verification_task_state" TO archive_branch_command;
--> statement-breakpoint
CREATE POLICY "archive_branch_command_select" ON "verification_task_state" FOR SELECT TO archive_branch_command USING (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_insert" ON "verification_task_state" FOR INSERT TO archive_branch_command WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "archive_branch_command_update" ON "verification_task_state" FOR UPDATE TO archive_branch_command USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "account" FOR SELECT TO archive_clerk USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "branch" FOR SELECT TO archive_clerk USING (id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "conflict" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = conflict.customer_id));
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name_masked", "purposes", "version", "withdrawn_on") ON "consent" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "consent" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "customer" FOR SELECT TO archive_clerk USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "evidence" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = evidence.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "finding" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = finding.customer_id));
--> statement-breakpoint
GRANT SELECT ON "import_job" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "import_job" FOR SELECT TO archive_clerk USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ON "import_rejected" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "import_rejected" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM import_job j WHERE j.id = import_rejected.job_id));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "customer_id", "disputed", "due_on", "email", "email_masked", "established_on", "feedback_kind", "feedback_text", "id", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "market_position", "mobile", "mobile_masked", "occurred_on", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "person_name_masked", "position", "postal_address", "postal_address_masked", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "information_record" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "major_event" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = major_event.customer_id));
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "notice" FOR SELECT TO archive_clerk USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "record_derivation" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = record_derivation.customer_id));
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "screening_finding" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = screening_finding.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "search_entry" FOR SELECT TO archive_clerk USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "sharing_agreement" FOR SELECT TO archive_clerk USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "verification_task" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "verification_task_record" FOR SELECT TO archive_clerk USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "account" FOR SELECT TO archive_collector USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "branch" FOR SELECT TO archive_collector USING (id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "conflict" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = conflict.customer_id));
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name", "purposes", "reference", "version", "withdrawal_reason", "withdrawn_on") ON "consent" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "consent" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "customer" FOR SELECT TO archive_collector USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "evidence" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = evidence.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "finding" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = finding.customer_id));
--> statement-breakpoint
GRANT SELECT ON "import_job" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "import_job" FOR SELECT TO archive_collector USING (account_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ON "import_rejected" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "import_rejected" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM import_job j WHERE j.id = import_rejected.job_id));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit_band", "currency", "customer_id", "disputed", "due_on", "email", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_masked", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "profit_before_tax", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "information_record" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "major_event" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = major_event.customer_id));
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "notice" FOR SELECT TO archive_collector USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "record_derivation" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = record_derivation.customer_id));
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "screening_finding" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = screening_finding.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "search_entry" FOR SELECT TO archive_collector USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "sharing_agreement" FOR SELECT TO archive_collector USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "verification_task" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "verification_task_record" FOR SELECT TO archive_collector USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task_record.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "account" FOR SELECT TO archive_verifier USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "branch" FOR SELECT TO archive_verifier USING (id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "conflict" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = conflict.customer_id));
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name_masked", "purposes", "version", "withdrawn_on") ON "consent" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "consent" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = consent.customer_id));
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "customer" FOR SELECT TO archive_verifier USING (branch_id = (SELECT nullif(current_setting('archive.branch', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "evidence" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = evidence.customer_id) OR (record_id = ANY (ARRAY(SELECT l.record_id FROM verification_task_record l JOIN verification_task t ON t.id = l.task_id WHERE t.assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND t.status = 'CLAIMED' AND t.claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))))));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "finding" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = finding.customer_id) OR (record_id = ANY (ARRAY(SELECT l.record_id FROM verification_task_record l JOIN verification_task t ON t.id = l.task_id WHERE t.assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND t.status = 'CLAIMED' AND t.claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))))));
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "currency", "customer_id", "disputed", "due_on", "email", "email_masked", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_masked", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "mobile_masked", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "performance", "period_end", "period_start", "person_name", "person_name_masked", "position", "postal_address", "postal_address_masked", "premises", "profit_before_tax", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "information_record" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = information_record.customer_id) OR (id = ANY (ARRAY(SELECT l.record_id FROM verification_task_record l JOIN verification_task t ON t.id = l.task_id WHERE t.assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND t.status = 'CLAIMED' AND t.claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))))));
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "major_event" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = major_event.customer_id));
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "notice" FOR SELECT TO archive_verifier USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "record_derivation" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = record_derivation.customer_id));
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "screening_finding" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = screening_finding.customer_id) OR (record_id = ANY (ARRAY(SELECT l.record_id FROM verification_task_record l JOIN verification_task t ON t.id = l.task_id WHERE t.assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND t.status = 'CLAIMED' AND t.claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))))));
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "search_entry" FOR SELECT TO archive_verifier USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "sharing_agreement" FOR SELECT TO archive_verifier USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "verification_task" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task.customer_id) OR (assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND status = 'CLAIMED' AND claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))));
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "verification_task_record" FOR SELECT TO archive_verifier USING (EXISTS (SELECT FROM customer c WHERE c.id = verification_task_record.customer_id) OR (task_id = ANY (ARRAY(SELECT t.id FROM verification_task t WHERE t.assignee_id = (SELECT nullif(current_setting('archive.viewer', true), '')::uuid) AND t.status = 'CLAIMED' AND t.claimed_until > (SELECT coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now()))))));
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "account" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "branch" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "conflict" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name", "purposes", "reference", "version", "withdrawal_reason", "withdrawn_on") ON "consent" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "consent" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "credit_limit", "credit_rating", "id", "importance", "industry", "kind", "name", "region", "revenue", "risk_class", "status", "updated_at", "uscc", "version") ON "customer" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "customer" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "evidence" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "finding" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "bank_account", "bank_account_lookup", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "email", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "id_number", "id_number_lookup", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "information_record" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "major_event" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "notice" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "record_derivation" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "screening_finding" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "search_entry" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "sharing_agreement" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "verification_task" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "verification_task_record" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "account" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "branch" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "conflict" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name_masked", "purposes", "version", "withdrawn_on") ON "consent" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "consent" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "credit_limit", "credit_rating", "id", "importance", "industry", "kind", "name", "region", "revenue", "risk_class", "status", "updated_at", "uscc", "version") ON "customer" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "customer" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "evidence" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "finding" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "email_masked", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "mobile_masked", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "person_name_masked", "postal_address_masked", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "information_record" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "major_event" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "notice" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "record_derivation" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "screening_finding" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "search_entry" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "sharing_agreement" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "verification_task" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "verification_task_record" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "account" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "branch" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "conflict" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name_masked", "purposes", "version", "withdrawn_on") ON "consent" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "consent" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "customer" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "evidence" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "finding" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount_band", "approved_by", "archived_at", "archived_by", "bank_account_masked", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "credit_limit_band", "customer_id", "email_masked", "equity_band", "established_on", "feedback_kind", "guarantees_given_band", "id", "id_number_masked", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "main_revenue_band", "market_position", "mobile_masked", "net_profit_band", "operating_cash_flow_band", "operating_status", "party", "period_end", "period_start", "person_name_masked", "postal_address_masked", "premises", "profit_before_tax_band", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "revenue_band", "seal", "series", "settled_amount_band", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid_band", "tool", "total_assets_band", "total_liabilities_band", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "information_record" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "major_event" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "notice" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "record_derivation" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "screening_finding" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "search_entry" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "sharing_agreement" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "verification_task" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "verification_task_record" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("account_id", "code", "customer_count", "customers", "exit", "hash", "id", "occurred_at", "operation_hash", "operation_name", "outcome", "pattern", "policy_version", "purpose", "registered", "role", "roles", "seq") ON "access_event" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "access_event" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("coordinate", "grade", "level", "pattern", "use") ON "access_read" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "access_read" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "account" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "branch" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "conflict" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "person_name", "purposes", "reference", "version", "withdrawal_reason", "withdrawn_on") ON "consent" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "consent" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "customer" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "evidence" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "finding" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "bank_account", "bank_account_lookup", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "email", "established_on", "feedback_kind", "id", "id_number", "id_number_lookup", "industry", "landline", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "mobile", "operating_status", "party", "period_end", "period_start", "person_name", "position", "postal_address", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "information_record" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("last_seq", "number") ON "ledger_batch" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "ledger_batch" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "major_event" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "notice" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "record_derivation" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "screening_finding" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "search_entry" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "sharing_agreement" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "verification_task" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "verification_task_record" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_reporter;
--> statement-breakpoint
CREATE POLICY "archive_reporter_select" ON "account" FOR SELECT TO archive_reporter USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "purposes", "version", "withdrawn_on") ON "consent" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "credit_limit", "credit_rating", "id", "importance", "industry", "kind", "name", "region", "revenue", "risk_class", "status", "updated_at", "uscc", "version") ON "customer" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("agreement_id", "amount", "amount_band", "amount_currency", "approved_by", "archived_at", "archived_by", "audited", "auditor", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "contract_number", "corrects_id", "corroboration", "credit_limit", "credit_limit_band", "credit_limit_currency", "currency", "customer_id", "disputed", "due_on", "employees", "equity", "equity_band", "established_on", "feedback_kind", "feedback_text", "guarantees_given", "guarantees_given_band", "id", "industry", "legal_basis", "legal_name", "legal_representative", "litigation_count", "main_markets", "main_products", "main_revenue", "main_revenue_band", "market_position", "net_profit", "net_profit_band", "occurred_on", "operating_cash_flow", "operating_cash_flow_band", "operating_state", "operating_status", "party", "payment_term_days", "performance", "period_end", "period_start", "premises", "profit_before_tax", "profit_before_tax_band", "rating", "rationale", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "resolution", "resolved_on", "revenue", "revenue_band", "satisfaction", "score", "scorecard_version", "seal", "series", "settled_amount", "settled_amount_band", "settled_on", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tax_paid", "tax_paid_band", "tool", "total_assets", "total_assets_band", "total_liabilities", "total_liabilities_band", "uscc", "valid_from", "valid_to", "valid_until", "version") ON "information_record" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_reporter;
--> statement-breakpoint
CREATE POLICY "archive_reporter_select" ON "notice" FOR SELECT TO archive_reporter USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_reporter;
--> statement-breakpoint
CREATE POLICY "archive_reporter_select" ON "sharing_agreement" FOR SELECT TO archive_reporter USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_reporter;
--> statement-breakpoint
GRANT SELECT ("account_id", "code", "customer_count", "customers", "exit", "hash", "id", "occurred_at", "operation_hash", "operation_name", "outcome", "pattern", "policy_version", "purpose", "registered", "role", "roles", "seq") ON "access_event" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "access_event" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("coordinate", "grade", "level", "pattern", "use") ON "access_read" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "access_read" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "account" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "branch" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "conflict" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "purposes", "version", "withdrawn_on") ON "consent" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "consent" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "customer" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "evidence" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "finding" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "established_on", "feedback_kind", "id", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "operating_status", "party", "period_end", "period_start", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "information_record" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("last_seq", "number") ON "ledger_batch" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "ledger_batch" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "major_event" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "notice" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "record_derivation" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "screening_finding" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "search_entry" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "sharing_agreement" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "verification_task" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "verification_task_record" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "created_at", "disabled_at", "display_name", "id", "identity_issuer", "identity_subject", "qualifications", "roles", "username", "version") ON "account" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "account" FOR SELECT TO archive_admin USING (true);
--> statement-breakpoint
GRANT SELECT ("code", "id", "name") ON "branch" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "branch" FOR SELECT TO archive_admin USING (true);
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "fields", "first_id", "id", "opened_at", "reason", "resolution", "resolved_at", "resolved_by", "second_id", "version") ON "conflict" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("categories", "customer_id", "expires_on", "given_on", "id", "purposes", "version", "withdrawn_on") ON "consent" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("branch_id", "code", "created_at", "id", "importance", "industry", "kind", "name", "region", "status", "updated_at", "uscc", "version") ON "customer" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("added_at", "customer_id", "id", "media_type", "name", "record_id", "sha256", "size_bytes") ON "evidence" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "field", "found_at", "id", "note", "observed_record_id", "performed_by", "reason", "record_id", "result", "source_party", "task_id") ON "finding" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("agreement_id", "approved_by", "archived_at", "archived_by", "business_scope", "category", "channel", "collected_at", "collected_by", "company_type", "competition", "consent_id", "corrects_id", "corroboration", "customer_id", "established_on", "feedback_kind", "id", "industry", "legal_basis", "legal_name", "legal_representative", "main_markets", "main_products", "market_position", "operating_status", "party", "period_end", "period_start", "premises", "received_on", "recorded_at", "reference", "registered_address", "registered_capital", "registered_capital_band", "registered_capital_currency", "registration_region", "seal", "series", "standing", "stated_on", "status", "sub_channel", "supersedes_id", "tool", "uscc", "valid_from", "valid_to", "version") ON "information_record" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("category", "closed_at", "customer_id", "description", "id", "kind", "occurred_on", "reported_at", "reported_by", "task_id") ON "major_event" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("published_at", "purpose", "text_en", "text_zh", "version") ON "notice" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "notice" FOR SELECT TO archive_admin USING (true);
--> statement-breakpoint
GRANT SELECT ("customer_id", "record_id", "source_id") ON "record_derivation" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("clause", "customer_id", "field", "id", "message", "overridden_by", "override_reason", "record_id", "rule", "severity") ON "screening_finding" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("branch_id", "customer_id", "lexemes", "spread", "text") ON "search_entry" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("account_id", "created_at", "expires_at", "id", "name", "revoked_at") ON "session" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "session" FOR SELECT TO archive_admin USING (name IS NOT NULL);
--> statement-breakpoint
GRANT SELECT ("id", "number") ON "sharing_agreement" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "sharing_agreement" FOR SELECT TO archive_admin USING (true);
--> statement-breakpoint
GRANT SELECT ("assignee_id", "category", "cause", "claimed_until", "created_at", "customer_id", "due_at", "id", "method", "priority", "requested_by", "return_code", "return_reason", "status", "version") ON "verification_task" TO archive_admin;
--> statement-breakpoint
GRANT SELECT ("category", "customer_id", "record_id", "task_id") ON "verification_task_record" TO archive_admin;
