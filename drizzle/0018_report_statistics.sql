-- How many groups a report makes, for the planner: guessing far too few or too many it sorted on disk what it could add up
-- in memory. Of expressions and of columns together it knows nothing by itself.
CREATE STATISTICS "customer_province" ON (left("region", 2)) FROM "customer";--> statement-breakpoint
CREATE STATISTICS "customer_city" ON (left("region", 4)) FROM "customer";--> statement-breakpoint
CREATE STATISTICS "customer_section" ON (left("industry", 1)) FROM "customer";--> statement-breakpoint
CREATE STATISTICS "customer_fact_province" ON (left("region", 2)) FROM "customer_fact";--> statement-breakpoint
CREATE STATISTICS "customer_fact_city" ON (left("region", 4)) FROM "customer_fact";--> statement-breakpoint
CREATE STATISTICS "customer_fact_section" ON (left("industry", 1)) FROM "customer_fact";--> statement-breakpoint
CREATE STATISTICS "record_per_customer" (ndistinct) ON "customer_id", "category", "status" FROM "information_record";
