CREATE TABLE "customer_record_fact" (
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"status" "record_status" NOT NULL,
	"month" date NOT NULL,
	"records" integer NOT NULL,
	"verified" integer NOT NULL,
	"verified_small" integer NOT NULL,
	"first" smallint NOT NULL,
	CONSTRAINT "customer_record_fact_customer_id_category_status_month_pk" PRIMARY KEY("customer_id","category","status","month")
);
--> statement-breakpoint
CREATE TABLE "fact_zone" (
	"time_zone" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_record_fact" ADD CONSTRAINT "customer_record_fact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;