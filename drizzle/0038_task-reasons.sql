ALTER TABLE "verification_task" ADD COLUMN "request_reason" text;--> statement-breakpoint
ALTER TABLE "verification_task" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "verification_task" ADD COLUMN "reason_code" "task_reason";--> statement-breakpoint
-- Why a task is in its state has stood in its history only, which nobody reads.
UPDATE "verification_task" t SET "reason" = s."reason", "reason_code" = s."code"
  FROM "verification_task_state" s
  WHERE s."task_id" = t."id" AND s."version" = t."version" AND coalesce(s."reason", s."code"::text) IS NOT NULL;--> statement-breakpoint
UPDATE "verification_task" t SET "request_reason" = s."reason"
  FROM "verification_task_state" s
  WHERE s."task_id" = t."id" AND s."version" = 1 AND t."cause" = 'REQUEST' AND s."reason" IS NOT NULL;
