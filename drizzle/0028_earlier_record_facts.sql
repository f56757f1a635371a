-- What was rolled up does not say it: all of it is rolled up anew, and reckoned in the statement of each report until it is.
TRUNCATE "customer_record_fact", "fact_zone";--> statement-breakpoint
ALTER TABLE "customer_record_fact" ADD COLUMN "earlier" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_record_fact" ADD COLUMN "earlier_in_month" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_record_fact" ADD COLUMN "earlier_alike" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_record_fact" DROP COLUMN "first";