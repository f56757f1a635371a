-- An assessment takes a reviewer's approval only, and no verifier may see any of it: what still was to
-- be verified of one is called off, and the assessment is where a clean screening would have left it.
WITH "ended" AS (
  UPDATE "verification_task"
    SET "status" = 'CANCELLED', "assignee_id" = NULL, "claimed_until" = NULL, "version" = "version" + 1,
      "reason" = 'Assessments are not verified.', "reason_code" = 'NO_LONGER_NEEDED'
    WHERE "category" = 'CREDIT' AND "status" IN ('OPEN', 'CLAIMED', 'RETURNED')
    RETURNING *
), "past" AS (
  UPDATE "verification_task_state" s SET "recorded_to" = now() FROM "ended" WHERE s."task_id" = "ended"."id" AND s."recorded_to" IS NULL
)
INSERT INTO "verification_task_state" ("task_id", "customer_id", "category", "version", "status", "reason", "code", "recorded_from")
  SELECT "id", "customer_id", "category", "version", "status", "reason", "reason_code", now() FROM "ended";
--> statement-breakpoint
WITH "verified" AS (
  UPDATE "information_record" SET "status" = 'VERIFIED', "version" = "version" + 1
    WHERE "category" = 'CREDIT' AND "status" = 'IN_VERIFICATION'
    RETURNING "id", "customer_id", "version", "status"
), "past" AS (
  UPDATE "record_state" s SET "recorded_to" = now() FROM "verified" WHERE s."record_id" = "verified"."id" AND s."recorded_to" IS NULL
)
INSERT INTO "record_state" ("record_id", "customer_id", "version", "status", "reason", "recorded_from")
  SELECT "id", "customer_id", "version", "status", 'Assessments are not verified.', now() FROM "verified";
--> statement-breakpoint
UPDATE "information_record" SET "restricted_from" = 'VERIFIED' WHERE "category" = 'CREDIT' AND "restricted_from" = 'IN_VERIFICATION';
