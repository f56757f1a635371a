-- What a claim opens, asked once a statement and not planned within it. As a subquery of a row policy it stood below every table that a
-- statement names, each time with the row policies of the tables it reads itself: most of the planner's work for whoever may claim.
-- They run as whoever asks, behind the same policies, and tell nobody more than a query of their own would.
CREATE FUNCTION claimed_tasks() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(
    SELECT t.id FROM verification_task t
    WHERE t.assignee_id = nullif(current_setting('archive.viewer', true), '')::uuid AND t.status = 'CLAIMED'
      AND t.claimed_until > coalesce(nullif(current_setting('archive.now', true), '')::timestamptz, now())
  );
END
$$;
--> statement-breakpoint
CREATE FUNCTION claimed_records() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(SELECT l.record_id FROM verification_task_record l WHERE l.task_id = ANY (claimed_tasks()));
END
$$;
