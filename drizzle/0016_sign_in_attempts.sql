CREATE TABLE "sign_in_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"tried" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_attempt_counts" CHECK ("sign_in_attempt"."tried" >= 0)
);
--> statement-breakpoint
CREATE INDEX "sign_in_attempt_ends" ON "sign_in_attempt" USING btree ("ends_at");