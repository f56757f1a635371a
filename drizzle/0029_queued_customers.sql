-- Of a list that may be long PostgreSQL makes no hash for NOT IN, and goes through it for every row instead. How long this one is it
-- cannot know beforehand; being no plain statement, it is not taken apart, and may be read by each of the processes that share a scan.
CREATE FUNCTION queued_customers() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 AS $$
BEGIN
  RETURN QUERY SELECT customer_id FROM fact_queue;
END
$$;
