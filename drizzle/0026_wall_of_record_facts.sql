DO $$
DECLARE it record;
BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relname IN ('customer_record_fact', 'fact_queue', 'fact_zone') LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, archive_api, archive_nobody, archive_clerk, archive_collector, archive_verifier, archive_reviewer, archive_analyst, archive_archivist, archive_compliance, archive_reporter, archive_auditor, archive_admin, archive_command, archive_branch_command, archive_account_command, archive_report, archive_branch_report, archive_gate, archive_chore', it.name);
  END LOOP;
  FOR it IN SELECT p.polname AS policy, p.polrelid::regclass AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('customer_record_fact', 'fact_queue', 'fact_zone') LOOP
    EXECUTE format('DROP POLICY %I ON %s', it.policy, it.name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "customer_record_fact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_record_fact" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_queue" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_queue" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_zone" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "fact_zone" FORCE ROW LEVEL SECURITY;
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
