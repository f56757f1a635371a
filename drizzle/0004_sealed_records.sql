-- What was there before has been screened against its neighbours by hand, if at all: only new records are compared.
UPDATE "information_record" SET "compared_at" = "recorded_at";--> statement-breakpoint

-- A sealed record (SP11) moves on in its states, and may be erased; what it says never changes (product.md, section 5).
CREATE FUNCTION "keep_sealed_record"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "movable" constant text[] := array['status', 'restricted_from', 'standing', 'superseded_at', 'version', 'compared_at', 'corroboration'];
  -- Nobody's content, and part of the chain or of who answers for it: an erasure leaves them as they are.
  "kept" constant text[] := array['seal', 'content_hash', 'archived_at', 'archived_by', 'approved_by', 'supersedes_id'];
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
      AND NOT (NEW."status" = 'ERASED' AND (n.value = 'null'::jsonb OR n.key = 'series') AND n.key <> ALL ("kept"));
  IF "changed" IS NOT NULL THEN
    RAISE EXCEPTION 'a sealed record cannot change: %', array_to_string("changed", ', ') USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "record_sealed_stays" AFTER UPDATE ON "information_record"
  FOR EACH ROW WHEN (OLD."archived_at" IS NOT NULL) EXECUTE FUNCTION "keep_sealed_record"();--> statement-breakpoint
CREATE TRIGGER "record_sealed_remains" BEFORE DELETE ON "information_record"
  FOR EACH ROW WHEN (OLD."archived_at" IS NOT NULL) EXECUTE FUNCTION "keep_sealed_record"();--> statement-breakpoint

-- A past state is history: all that happens to it is that it ends, once.
CREATE FUNCTION "keep_past_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."recorded_to" IS NULL
    AND to_jsonb(NEW) - 'recorded_to' = to_jsonb(OLD) - 'recorded_to' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a past state cannot change' USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "record_state_stays" BEFORE UPDATE OR DELETE ON "record_state"
  FOR EACH ROW EXECUTE FUNCTION "keep_past_state"();--> statement-breakpoint
CREATE TRIGGER "task_state_stays" BEFORE UPDATE OR DELETE ON "verification_task_state"
  FOR EACH ROW EXECUTE FUNCTION "keep_past_state"();
