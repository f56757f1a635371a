CREATE TABLE "customer_fact" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"branch_id" uuid NOT NULL,
	"kind" "customer_kind" NOT NULL,
	"importance" "importance" NOT NULL,
	"status" "customer_status" NOT NULL,
	"region" text,
	"industry" text,
	"credit_rating" "credit_rating",
	"records" integer NOT NULL,
	"held" integer NOT NULL,
	"verified" integer NOT NULL,
	"verified_small" integer NOT NULL,
	"completeness" numeric(9, 8) NOT NULL,
	"currency" text,
	"total_assets" numeric(24, 4),
	"total_liabilities" numeric(24, 4),
	"equity" numeric(24, 4),
	"revenue" numeric(24, 4),
	"main_revenue" numeric(24, 4),
	"profit_before_tax" numeric(24, 4),
	"net_profit" numeric(24, 4),
	"tax_paid" numeric(24, 4),
	"guarantees_given" numeric(24, 4),
	"operating_cash_flow" numeric(24, 4),
	"employees" numeric(24, 4),
	"credit_limit" numeric(24, 4),
	"credit_limit_currency" text,
	"credit_score" numeric(24, 4),
	"satisfaction" numeric(24, 4),
	"untrue_from" date
);
--> statement-breakpoint
CREATE TABLE "customer_trade_fact" (
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"transaction_amount" numeric(24, 4),
	"settled_amount" numeric(24, 4),
	CONSTRAINT "customer_trade_fact_customer_id_currency_pk" PRIMARY KEY("customer_id","currency")
);
--> statement-breakpoint
CREATE TABLE "fact_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fact_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_fact" ADD CONSTRAINT "customer_fact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_fact" ADD CONSTRAINT "customer_fact_branch_id_branch_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_trade_fact" ADD CONSTRAINT "customer_trade_fact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_fact_untrue" ON "customer_fact" USING btree ("untrue_from") WHERE untrue_from is not null;--> statement-breakpoint
CREATE INDEX "record_counted" ON "information_record" USING btree ("customer_id","category","status","corroboration","collected_at");