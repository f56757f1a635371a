CREATE TABLE "customer_transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"from_branch_id" uuid NOT NULL,
	"to_branch_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"transferred_by" uuid NOT NULL,
	"transferred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transfer_moves" CHECK ("customer_transfer"."from_branch_id" <> "customer_transfer"."to_branch_id")
);
--> statement-breakpoint
ALTER TABLE "record_state" ALTER COLUMN "actor_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "record_state" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "customer_transfer" ADD CONSTRAINT "customer_transfer_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_transfer" ADD CONSTRAINT "customer_transfer_from_branch_id_branch_id_fk" FOREIGN KEY ("from_branch_id") REFERENCES "public"."branch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_transfer" ADD CONSTRAINT "customer_transfer_to_branch_id_branch_id_fk" FOREIGN KEY ("to_branch_id") REFERENCES "public"."branch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_transfer" ADD CONSTRAINT "customer_transfer_transferred_by_account_id_fk" FOREIGN KEY ("transferred_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transfer_customer" ON "customer_transfer" USING btree ("customer_id","transferred_at");