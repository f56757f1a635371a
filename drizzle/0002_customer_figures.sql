-- Keeps customer.credit_rating, credit_limit and revenue equal to the figures of the archived records in force, so that
-- customers can be ordered and filtered by them from an index. A restricted record in force yields null, never its
-- predecessor. customer.version and updated_at stay as they are: they are INTERNAL, these figures are not.
CREATE FUNCTION refresh_customer_figures(of_customer uuid) RETURNS void LANGUAGE sql AS $$
  -- Wait for whoever writes this customer's figures, and only then look: the statement after sees what they archived.
  SELECT FROM customer WHERE id = of_customer FOR NO KEY UPDATE;
  UPDATE customer SET
    (credit_rating, credit_limit) = (
      SELECT CASE WHEN r.status = 'ARCHIVED' THEN r.rating END, CASE WHEN r.status = 'ARCHIVED' THEN r.credit_limit END
      FROM information_record r
      WHERE r.customer_id = of_customer AND r.category = 'CREDIT' AND r.standing = 0
      ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1),
    revenue = (
      SELECT CASE WHEN r.status = 'ARCHIVED' THEN r.revenue END
      FROM information_record r
      WHERE r.customer_id = of_customer AND r.category = 'FINANCIAL' AND r.standing = 0
      ORDER BY r.period_end DESC, r.recorded_at DESC, r.id DESC LIMIT 1)
  WHERE id = of_customer;
$$;
--> statement-breakpoint
CREATE FUNCTION customer_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_customer_figures(coalesce(new.customer_id, old.customer_id));
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER customer_figures_written AFTER INSERT OR UPDATE ON information_record
  FOR EACH ROW WHEN (new.category IN ('FINANCIAL', 'CREDIT') AND new.archived_at IS NOT NULL) EXECUTE FUNCTION customer_figures();
--> statement-breakpoint
CREATE TRIGGER customer_figures_deleted AFTER DELETE ON information_record
  FOR EACH ROW WHEN (old.category IN ('FINANCIAL', 'CREDIT') AND old.archived_at IS NOT NULL) EXECUTE FUNCTION customer_figures();
