CREATE TYPE "public"."access_exit" AS ENUM('GRAPHQL', 'CSV_REPORT', 'REJECTED_ROWS');--> statement-breakpoint
CREATE TYPE "public"."access_outcome" AS ENUM('ANSWERED', 'REFUSED', 'FAILED');--> statement-breakpoint
CREATE TYPE "public"."access_use" AS ENUM('project', 'filter', 'order', 'group', 'aggregate', 'search', 'cursor', 'write', 'subscribe', 'export');--> statement-breakpoint
CREATE TYPE "public"."disclosure" AS ENUM('FULL', 'MASKED', 'TASK_BOUND', 'DENIED');--> statement-breakpoint
CREATE TYPE "public"."grade" AS ENUM('PUBLIC', 'INTERNAL', 'CONTACT', 'IDENTITY', 'COMMERCIAL', 'FINANCIAL', 'CREDIT', 'RECORD', 'CARRIED');--> statement-breakpoint
CREATE TABLE "access_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "access_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"occurred_at" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"roles" "role"[] NOT NULL,
	"purpose" "purpose",
	"exit" "access_exit" NOT NULL,
	"outcome" "access_outcome" NOT NULL,
	"code" text,
	"operation_name" text,
	"operation_hash" text NOT NULL,
	"registered" boolean NOT NULL,
	"policy_version" text NOT NULL,
	"pattern" text NOT NULL,
	"customers" uuid[] NOT NULL,
	"customer_count" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "access_event_names" CHECK (cardinality("access_event"."customers") = least("access_event"."customer_count", 200))
);
--> statement-breakpoint
CREATE TABLE "access_read" (
	"pattern" text NOT NULL,
	"coordinate" text NOT NULL,
	"use" "access_use" NOT NULL,
	"grade" "grade" NOT NULL,
	"level" "disclosure" NOT NULL,
	CONSTRAINT "access_read_pattern_coordinate_use_grade_pk" PRIMARY KEY("pattern","coordinate","use","grade")
);
--> statement-breakpoint
CREATE TABLE "ledger_batch" (
	"number" integer PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL,
	"seqs" bigint[] NOT NULL,
	"marks" uuid[] NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"key_id" text NOT NULL,
	"number" integer NOT NULL,
	"last_seq" bigint NOT NULL,
	"entries" bigint NOT NULL,
	"hash" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "ledger_head_one" CHECK ("ledger_head"."only")
);
--> statement-breakpoint
CREATE INDEX "access_event_seq" ON "access_event" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "access_event_time" ON "access_event" USING btree ("occurred_at","id");--> statement-breakpoint
CREATE INDEX "access_event_account" ON "access_event" USING btree ("account_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "access_event_customers" ON "access_event" USING gin ("customers");--> statement-breakpoint
CREATE INDEX "access_read_coordinate" ON "access_read" USING btree ("coordinate","pattern");--> statement-breakpoint
CREATE INDEX "access_read_grade" ON "access_read" USING btree ("grade","level","pattern");--> statement-breakpoint
CREATE INDEX "ledger_batch_last" ON "ledger_batch" USING btree ("last_seq");