CREATE TYPE "public"."task_reason" AS ENUM('INCOMPLETE', 'UNCLEAR', 'WRONG_PARTY', 'NOT_INDEPENDENT', 'WORKLOAD', 'ABSENCE', 'CONFLICT_OF_INTEREST', 'DUPLICATE', 'NO_LONGER_NEEDED', 'OTHER');--> statement-breakpoint
ALTER TABLE "verification_task_state" ADD COLUMN "code" "task_reason";--> statement-breakpoint
ALTER TABLE "verification_task" ADD COLUMN "return_code" "task_reason";