CREATE TABLE "search_entry" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"branch_id" uuid NOT NULL,
	"text" text NOT NULL,
	"lexemes" "tsvector" NOT NULL,
	"spread" integer GENERATED ALWAYS AS (uuid_hash(customer_id)) STORED NOT NULL
);
--> statement-breakpoint
DROP INDEX "customer_search";--> statement-breakpoint
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entry_lexemes" ON "search_entry" USING gin ("lexemes");--> statement-breakpoint
ALTER TABLE "customer" DROP COLUMN "search_text";