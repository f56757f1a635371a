-- The read ledger is written once (permissions.md, section 7): for nobody is there a way to change or to take away an entry.
CREATE FUNCTION "keep_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the read ledger cannot change: % of %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "access_event_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_ledger"();--> statement-breakpoint
CREATE TRIGGER "access_read_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_read"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_ledger"();--> statement-breakpoint
CREATE TRIGGER "ledger_batch_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_batch"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_ledger"();--> statement-breakpoint
CREATE TRIGGER "ledger_head_remains" BEFORE DELETE OR TRUNCATE ON "ledger_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_ledger"();--> statement-breakpoint

-- Sealing moves the head, forward only, and never to another key.
CREATE FUNCTION "advance_ledger_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" = OLD."number" + 1 AND NEW."last_seq" > OLD."last_seq" AND NEW."entries" > OLD."entries"
    AND NEW."key_id" = OLD."key_id" THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the head of the read ledger moves forward only' USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "ledger_head_advances" BEFORE UPDATE ON "ledger_head"
  FOR EACH ROW EXECUTE FUNCTION "advance_ledger_head"();
