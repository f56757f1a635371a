-- Whatever changes a customer, its records or its tasks' counts puts it into fact_queue, one row a statement and customer.
-- Nothing is reckoned here and nobody waits for anybody: reports add up customer_fact, and reckon anew what is in the queue.
CREATE FUNCTION queue_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'customer' THEN
    INSERT INTO fact_queue (customer_id) SELECT id FROM changed;
  ELSE
    INSERT INTO fact_queue (customer_id) SELECT DISTINCT customer_id FROM changed;
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER customer_facts_inserted AFTER INSERT ON customer
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_facts();
--> statement-breakpoint
CREATE TRIGGER customer_facts_updated AFTER UPDATE ON customer
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_facts();
--> statement-breakpoint
CREATE TRIGGER record_facts_inserted AFTER INSERT ON information_record
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_facts();
--> statement-breakpoint
CREATE TRIGGER record_facts_updated AFTER UPDATE ON information_record
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_facts();
--> statement-breakpoint
CREATE TRIGGER record_facts_deleted AFTER DELETE ON information_record
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_facts();
--> statement-breakpoint
INSERT INTO fact_queue (customer_id) SELECT id FROM customer;
