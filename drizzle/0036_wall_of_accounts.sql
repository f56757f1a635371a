DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relname IN ('account') LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, archive_api, archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore', it.name);
  END LOOP;
  FOR it IN SELECT p.polname AS policy, p.polrelid::regclass AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('account') LOOP
    EXECUTE format('DROP POLICY %I ON %s', it.policy, it.name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "account" FORCE ROW LEVEL SECURITY;
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
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_clerk;
--> statement-breakpoint
CREATE POLICY "archive_clerk_select" ON "account" FOR SELECT TO archive_clerk USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_collector;
--> statement-breakpoint
CREATE POLICY "archive_collector_select" ON "account" FOR SELECT TO archive_collector USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_verifier;
--> statement-breakpoint
CREATE POLICY "archive_verifier_select" ON "account" FOR SELECT TO archive_verifier USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_reviewer;
--> statement-breakpoint
CREATE POLICY "archive_reviewer_select" ON "account" FOR SELECT TO archive_reviewer USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_analyst;
--> statement-breakpoint
CREATE POLICY "archive_analyst_select" ON "account" FOR SELECT TO archive_analyst USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_archivist;
--> statement-breakpoint
CREATE POLICY "archive_archivist_select" ON "account" FOR SELECT TO archive_archivist USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_compliance;
--> statement-breakpoint
CREATE POLICY "archive_compliance_select" ON "account" FOR SELECT TO archive_compliance USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_reporter;
--> statement-breakpoint
CREATE POLICY "archive_reporter_select" ON "account" FOR SELECT TO archive_reporter USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "disabled_at", "display_name", "id", "qualifications", "roles") ON "account" TO archive_auditor;
--> statement-breakpoint
CREATE POLICY "archive_auditor_select" ON "account" FOR SELECT TO archive_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ("branch_id", "created_at", "disabled_at", "display_name", "id", "identity_issuer", "identity_subject", "one_time_until", "qualifications", "roles", "username", "version") ON "account" TO archive_admin;
--> statement-breakpoint
CREATE POLICY "archive_admin_select" ON "account" FOR SELECT TO archive_admin USING (true);
