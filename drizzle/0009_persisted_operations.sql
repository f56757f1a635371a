CREATE TABLE "persisted_operation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"registered_by" uuid,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "persisted_operation_id" CHECK ("persisted_operation"."id" ~ '^([0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})$')
);
--> statement-breakpoint
ALTER TABLE "persisted_operation" ADD CONSTRAINT "persisted_operation_registered_by_account_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "persisted_operation_name" ON "persisted_operation" USING btree ("name");