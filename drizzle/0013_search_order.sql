-- In an order of no meaning, of which any stretch is a fair sample. The text is in the index: reading thousands of
-- entries in this order from the table would touch as many of its pages.
CREATE INDEX "search_entry_spread" ON "search_entry" ("spread", "customer_id") INCLUDE ("text");--> statement-breakpoint
CREATE INDEX "search_entry_branch_spread" ON "search_entry" ("branch_id", "spread", "customer_id") INCLUDE ("text");--> statement-breakpoint--> statement-breakpoint
-- Compiling a statement that is over in milliseconds takes hundreds of them. Whoever may not say so for the database
-- says so for itself.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET jit = off', current_database());
END $$;
