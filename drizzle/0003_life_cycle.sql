CREATE TABLE "idempotency" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"purpose" "purpose" NOT NULL,
	"version" integer NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_purpose_version_pk" PRIMARY KEY("purpose","version"),
	CONSTRAINT "notice_version" CHECK ("notice"."version" > 0),
	CONSTRAINT "notice_says_something" CHECK ("notice"."text_zh" <> '' and "notice"."text_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "verification_task_state" (
	"task_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"status" "task_status" NOT NULL,
	"assignee_id" uuid,
	"actor_id" uuid,
	"reason" text,
	"recorded_from" timestamp with time zone NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "verification_task_state_task_id_version_pk" PRIMARY KEY("task_id","version"),
	CONSTRAINT "task_state_recorded_time" CHECK ("verification_task_state"."recorded_to" is null or "verification_task_state"."recorded_to" >= "verification_task_state"."recorded_from")
);
--> statement-breakpoint
ALTER TABLE "information_record" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "information_record" ADD COLUMN "seal_salt" text;--> statement-breakpoint
ALTER TABLE "information_record" ADD COLUMN "compared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_published_by_account_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task_state" ADD CONSTRAINT "verification_task_state_assignee_id_account_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task_state" ADD CONSTRAINT "verification_task_state_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task_state" ADD CONSTRAINT "task_state_task" FOREIGN KEY ("task_id","customer_id","category") REFERENCES "public"."verification_task"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "conflict_opened" ON "conflict" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "record_to_compare" ON "information_record" USING btree ("id") WHERE compared_at is null;--> statement-breakpoint
CREATE INDEX "task_queue" ON "verification_task" USING btree ("priority" DESC NULLS LAST,"due_at","id") WHERE status = 'OPEN';--> statement-breakpoint
CREATE INDEX "task_lapse" ON "verification_task" USING btree ("claimed_until") WHERE status = 'CLAIMED';--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_pair" UNIQUE("first_id","second_id");--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_archived_is_sealed" CHECK ("information_record"."archived_at" is null or "information_record"."seal" is not null);