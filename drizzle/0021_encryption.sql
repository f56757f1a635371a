CREATE TABLE "encryption_key" (
	"id" text PRIMARY KEY NOT NULL,
	"proof" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "information_record" DROP CONSTRAINT "record_contact_foreign";--> statement-breakpoint
ALTER TABLE "information_record" DROP CONSTRAINT "record_financial_foreign";--> statement-breakpoint
ALTER TABLE "information_record" ALTER COLUMN "id_number_masked" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "information_record" ALTER COLUMN "bank_account_masked" DROP EXPRESSION;--> statement-breakpoint
-- The planner's statistics quote values. A column that gets its type anew loses them, and at 0 none are made again.
ALTER TABLE "information_record" ALTER COLUMN "id_number" TYPE text, ALTER COLUMN "bank_account" TYPE text;--> statement-breakpoint
ALTER TABLE "information_record" ALTER COLUMN "id_number" SET STATISTICS 0, ALTER COLUMN "bank_account" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "import_rejected" ALTER COLUMN "text" TYPE text;--> statement-breakpoint
ALTER TABLE "import_rejected" ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "information_record" ADD COLUMN "id_number_lookup" text;--> statement-breakpoint
ALTER TABLE "information_record" ADD COLUMN "bank_account_lookup" text;--> statement-breakpoint
CREATE INDEX "import_chunk_to_encrypt" ON "import_chunk" USING btree ("job_id","position") WHERE substring(bytes from 1 for 3) <> 'v1.';--> statement-breakpoint
CREATE INDEX "import_rejected_to_encrypt" ON "import_rejected" USING btree ("job_id","line") WHERE text !~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$';--> statement-breakpoint
CREATE INDEX "record_to_encrypt" ON "information_record" USING btree ("id") WHERE id_number is not null and id_number_lookup is null or bank_account is not null and bank_account_lookup is null;--> statement-breakpoint
ALTER TABLE "import_rejected" ADD CONSTRAINT "import_rejected_encrypted" CHECK ("import_rejected"."text" ~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$') NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_id_number_encrypted" CHECK ("information_record"."id_number" ~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$') NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_id_number_whole" CHECK (num_nulls("information_record"."id_number", "information_record"."id_number_masked", "information_record"."id_number_lookup") in (0, 3)) NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_bank_account_encrypted" CHECK ("information_record"."bank_account" ~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$') NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_bank_account_whole" CHECK (num_nulls("information_record"."bank_account", "information_record"."bank_account_masked", "information_record"."bank_account_lookup") in (0, 3)) NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_salt_encrypted" CHECK (num_nonnulls("information_record"."id_number", "information_record"."bank_account") = 0 or "information_record"."seal_salt" is null or "information_record"."seal_salt" ~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$') NOT VALID;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_contact_foreign" CHECK (category = 'CONTACT' or num_nonnulls("person_name", "position", "mobile", "landline", "email", "postal_address", "id_number", "id_number_masked", "id_number_lookup") = 0);--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_financial_foreign" CHECK (category = 'FINANCIAL' or num_nonnulls("period_start", "period_end", "total_assets", "total_liabilities", "equity", "revenue", "main_revenue", "profit_before_tax", "net_profit", "tax_paid", "guarantees_given", "operating_cash_flow", "currency", "audited", "auditor", "bank_account", "bank_account_masked", "bank_account_lookup") = 0);--> statement-breakpoint
-- NOT VALID: what is there already is encrypted by the start (src/db/encryption/fill-encrypted.ts), before anything is served.

-- A sealed record (SP11) moves on in its states, and may be erased; what it says never changes. How it is encrypted may:
-- a ciphertext is replaced by a ciphertext, never by nothing, and its fingerprint and its masked twin stay.
CREATE OR REPLACE FUNCTION "keep_sealed_record"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "movable" constant text[] := array['status', 'restricted_from', 'standing', 'superseded_at', 'version', 'compared_at', 'corroboration'];
  -- Nobody's content, and part of the chain or of who answers for it: an erasure leaves them as they are.
  "kept" constant text[] := array['seal', 'content_hash', 'archived_at', 'archived_by', 'approved_by', 'supersedes_id'];
  "encrypted" constant text[] := array['id_number', 'bank_account', 'seal_salt'];
  "before" constant jsonb := to_jsonb(OLD);
  "changed" text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a sealed record cannot be deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT array_agg(n.key ORDER BY n.key) INTO "changed"
    FROM jsonb_each(to_jsonb(NEW)) n
    WHERE n.value IS DISTINCT FROM "before" -> n.key
      AND n.key <> ALL ("movable")
      AND NOT (n.key = ANY ("encrypted") AND "before" ->> n.key IS NOT NULL
        AND coalesce(n.value #>> '{}', '') ~ '^v1[.][a-z0-9-]{1,16}[.][A-Za-z0-9_-]{38,}$')
      -- Once, when what was stored in clear is encrypted.
      AND NOT (n.key IN ('id_number_lookup', 'bank_account_lookup') AND "before" ->> n.key IS NULL
        AND coalesce(n.value #>> '{}', '') ~ '^h1[.]')
      AND NOT (n.key = 'import_key' AND coalesce("before" ->> n.key, 'h1.') !~ '^h1[.]'
        AND coalesce(n.value #>> '{}', '') ~ '^h1[.]')
      AND NOT (NEW."status" = 'ERASED' AND (n.value = 'null'::jsonb OR n.key = 'series') AND n.key <> ALL ("kept"));
  IF "changed" IS NOT NULL THEN
    RAISE EXCEPTION 'a sealed record cannot change: %', array_to_string("changed", ', ') USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
