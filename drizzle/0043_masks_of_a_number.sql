-- One mask of a number, however it is written (src/db/tables/masks.ts). A column that is made anew is granted to nobody: whoever was
-- shown the mask still is.
DO $$
DECLARE
  "granted" constant text[] := (
    SELECT array_agg(format('GRANT %s ("mobile_masked") ON "information_record" TO %s', a.privilege_type, a.grantee::regrole))
    FROM pg_attribute, aclexplode(attacl) a WHERE attrelid = 'information_record'::regclass AND attname = 'mobile_masked'
  );
  "statement" text;
BEGIN
  ALTER TABLE "information_record" DROP COLUMN "mobile_masked";
  ALTER TABLE "information_record" ADD COLUMN "mobile_masked" text GENERATED ALWAYS AS (case when length(regexp_replace(normalize("mobile", NFKC), '[^0-9]', '', 'g')) >= 11 then left(regexp_replace(normalize("mobile", NFKC), '[^0-9]', '', 'g'), 3) || '****' || right(regexp_replace(normalize("mobile", NFKC), '[^0-9]', '', 'g'), 4) when "mobile" is not null then '****' end) STORED;
  FOREACH "statement" IN ARRAY coalesce("granted", '{}') LOOP EXECUTE "statement"; END LOOP;
END $$;--> statement-breakpoint
CREATE INDEX "record_to_mask" ON "information_record" USING btree ("id") WHERE id_number_masked = '****?' or bank_account_masked = '****?';--> statement-breakpoint
-- A sealed record (SP11) moves on in its states, and may be erased; what it says never changes. How it is encrypted and masked may.
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
      -- Likewise, or when a migration has asked for another mask.
      AND NOT (n.key IN ('id_number_masked', 'bank_account_masked') AND "before" ->> n.key IS NOT NULL
        AND ("before" ->> n.key = '****?' OR "before" ->> replace(n.key, '_masked', '_lookup') IS NULL)
        AND coalesce(n.value #>> '{}', '') ~ '^[*]{4}(.{4})?$')
      AND NOT (n.key = 'import_key' AND coalesce("before" ->> n.key, 'h1.') !~ '^h1[.]'
        AND coalesce(n.value #>> '{}', '') ~ '^h1[.]')
      AND NOT (NEW."status" = 'ERASED' AND (n.value = 'null'::jsonb OR n.key = 'series') AND n.key <> ALL ("kept"));
  IF "changed" IS NOT NULL THEN
    RAISE EXCEPTION 'a sealed record cannot change: %', array_to_string("changed", ', ') USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- What is encrypted is masked anew by the start (src/db/encryption/renew-masks.ts), before anything is served; until then nothing is shown.
ALTER TABLE "information_record" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "information_record" SET
    "id_number_masked" = CASE WHEN "id_number" IS NOT NULL THEN '****?' END,
    "bank_account_masked" = CASE WHEN "bank_account" IS NOT NULL THEN '****?' END
  WHERE "id_number" ~ '^v1[.]' OR "bank_account" ~ '^v1[.]';--> statement-breakpoint
ALTER TABLE "information_record" ENABLE TRIGGER USER;
