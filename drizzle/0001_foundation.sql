CREATE TYPE "public"."category_code" AS ENUM('REGISTRATION', 'CONTACT', 'OPERATION', 'FINANCIAL', 'TRANSACTION', 'CREDIT', 'FEEDBACK');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('DIRECT_CONTACT', 'PUBLIC_SOURCE', 'PARTNER', 'MARKET_RESEARCH', 'DATA_ANALYSIS', 'THIRD_PARTY_AGENCY', 'SITE_INVESTIGATION');--> statement-breakpoint
CREATE TYPE "public"."conflict_resolution" AS ENUM('KEEP_FIRST', 'KEEP_SECOND', 'BOTH_VALID', 'NEITHER');--> statement-breakpoint
CREATE TYPE "public"."corroboration" AS ENUM('SELF_DECLARED', 'SINGLE_SOURCE', 'PARTIAL', 'FULL', 'REFUTED');--> statement-breakpoint
CREATE TYPE "public"."credit_rating" AS ENUM('D', 'C', 'B', 'A', 'AA', 'AAA');--> statement-breakpoint
CREATE TYPE "public"."customer_kind" AS ENUM('ENTERPRISE', 'SOLE_TRADER', 'BRANCH_OFFICE', 'OTHER');--> statement-breakpoint
CREATE TYPE "public"."customer_status" AS ENUM('PROSPECT', 'ACTIVE', 'DORMANT', 'CLOSED');--> statement-breakpoint
CREATE TYPE "public"."feedback_kind" AS ENUM('COMPLAINT', 'PRAISE', 'SUGGESTION', 'WARRANTY', 'RETURN_VISIT');--> statement-breakpoint
CREATE TYPE "public"."finding_result" AS ENUM('CONFIRMED', 'CONTRADICTED', 'INCONCLUSIVE', 'NOT_REACHED');--> statement-breakpoint
CREATE TYPE "public"."importance" AS ENUM('A', 'B', 'C');--> statement-breakpoint
CREATE TYPE "public"."legal_basis" AS ENUM('CONTRACT', 'LEGAL_DUTY', 'EMERGENCY', 'NEWS_SUPERVISION', 'DISCLOSED_INFORMATION', 'OTHER_LAW');--> statement-breakpoint
CREATE TYPE "public"."major_event_kind" AS ENUM('LEGAL_REPRESENTATIVE', 'EQUITY', 'LITIGATION', 'ABNORMAL_OPERATION');--> statement-breakpoint
CREATE TYPE "public"."priority" AS ENUM('LOW', 'NORMAL', 'HIGH', 'URGENT');--> statement-breakpoint
CREATE TYPE "public"."purpose" AS ENUM('CREDIT_ASSESSMENT', 'CONTRACT_PERFORMANCE', 'AFTER_SALE_SERVICE', 'DEBT_COLLECTION', 'LEGAL_DUTY', 'AUDIT');--> statement-breakpoint
CREATE TYPE "public"."record_status" AS ENUM('COLLECTED', 'RETURNED', 'IN_VERIFICATION', 'VERIFIED', 'APPROVED', 'ARCHIVED', 'SUPERSEDED', 'RESTRICTED', 'ERASED');--> statement-breakpoint
CREATE TYPE "public"."risk_class" AS ENUM('LOW', 'MEDIUM', 'HIGH');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('CLERK', 'COLLECTOR', 'VERIFIER', 'REVIEWER', 'ANALYST', 'ARCHIVIST', 'COMPLIANCE', 'REPORTER', 'AUDITOR', 'ADMIN');--> statement-breakpoint
CREATE TYPE "public"."severity" AS ENUM('INFO', 'WARNING', 'ERROR', 'CONTRADICTION');--> statement-breakpoint
CREATE TYPE "public"."task_cause" AS ENUM('ROUTINE', 'CONTRADICTION', 'MAJOR_EVENT', 'REQUEST', 'REFRESH');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('OPEN', 'CLAIMED', 'SUBMITTED', 'RETURNED', 'CLOSED', 'CANCELLED');--> statement-breakpoint
CREATE TYPE "public"."verification_method" AS ENUM('PHONE_CALL', 'SITE_VISIT', 'THIRD_PARTY_COMPARISON', 'PUBLIC_REGISTER_CHECK', 'DOCUMENT_CHECK');--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"roles" "role"[] NOT NULL,
	"branch_id" uuid,
	"qualifications" "verification_method"[] DEFAULT '{}' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_username_unique" UNIQUE("username"),
	CONSTRAINT "account_has_role" CHECK (cardinality("account"."roles") > 0),
	CONSTRAINT "account_solitary_role" CHECK (cardinality("account"."roles") = 1 or not "account"."roles" && array['AUDITOR', 'ADMIN', 'REPORTER']::role[])
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "branch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "branch_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "conflict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"resolution" "conflict_resolution",
	"reason" text,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "conflict_of_two" CHECK ("conflict"."first_id" <> "conflict"."second_id"),
	CONSTRAINT "conflict_resolution" CHECK (num_nulls("conflict"."resolution", "conflict"."reason", "conflict"."resolved_by", "conflict"."resolved_at") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"person_name_masked" text GENERATED ALWAYS AS (case when length("person_name") > 1 then left("person_name", 1) || '**' when "person_name" is not null then '**' end) STORED,
	"purposes" "purpose"[] NOT NULL,
	"categories" "category_code"[] NOT NULL,
	"given_on" date NOT NULL,
	"expires_on" date,
	"withdrawn_on" date,
	"withdrawal_reason" text,
	"reference" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_of_customer" UNIQUE("id","customer_id"),
	CONSTRAINT "consent_for_something" CHECK (cardinality("consent"."purposes") > 0 and cardinality("consent"."categories") > 0),
	CONSTRAINT "consent_validity" CHECK ("consent"."expires_on" is null or "consent"."expires_on" > "consent"."given_on"),
	CONSTRAINT "consent_withdrawal" CHECK ("consent"."withdrawn_on" is null or "consent"."withdrawn_on" >= "consent"."given_on")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"branch_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"uscc" text,
	"kind" "customer_kind" NOT NULL,
	"importance" "importance" NOT NULL,
	"status" "customer_status" NOT NULL,
	"region" text,
	"industry" text,
	"credit_rating" "credit_rating",
	"credit_limit" numeric(24, 4),
	"revenue" numeric(24, 4),
	"risk_class" "risk_class" GENERATED ALWAYS AS (case when credit_rating in ('AAA', 'AA', 'A') then 'LOW'::risk_class when credit_rating in ('B') then 'MEDIUM'::risk_class when credit_rating in ('C', 'D') then 'HIGH'::risk_class end) STORED,
	"search_text" text GENERATED ALWAYS AS (lower(name || ' ' || code || ' ' || coalesce(uscc, ''))) STORED NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_code_unique" UNIQUE("code"),
	CONSTRAINT "customer_uscc_per_branch" UNIQUE("branch_id","uscc"),
	CONSTRAINT "customer_code_form" CHECK ("customer"."code" ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
	CONSTRAINT "customer_name_given" CHECK (length(trim("customer"."name")) > 0),
	CONSTRAINT "customer_region_form" CHECK ("customer"."region" ~ '^[0-9]{6}$'),
	CONSTRAINT "customer_industry_form" CHECK ("customer"."industry" ~ '^[A-T]([0-9]{2,4})?$')
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_size" CHECK ("evidence"."size_bytes" >= 0),
	CONSTRAINT "evidence_fingerprint" CHECK ("evidence"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "information_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"series" text NOT NULL,
	"status" "record_status" NOT NULL,
	"restricted_from" "record_status",
	"standing" smallint GENERATED ALWAYS AS (case when status = 'ARCHIVED' then 0 when status in ('COLLECTED', 'IN_VERIFICATION', 'VERIFIED', 'APPROVED') then 1 when status = 'RESTRICTED' and restricted_from = 'ARCHIVED' then 0 when status = 'RESTRICTED' and restricted_from in ('COLLECTED', 'IN_VERIFICATION', 'VERIFIED', 'APPROVED') then 1 end) STORED,
	"corroboration" "corroboration" DEFAULT 'SELF_DECLARED' NOT NULL,
	"channel" "channel" NOT NULL,
	"sub_channel" text,
	"party" text,
	"stated_on" date,
	"reference" text,
	"agreement_id" uuid,
	"tool" text,
	"consent_id" uuid,
	"legal_basis" "legal_basis",
	"collected_by" uuid NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	"approved_by" uuid,
	"archived_by" uuid,
	"return_reason" text,
	"corrects_id" uuid,
	"supersedes_id" uuid,
	"seal" text,
	"import_key" text,
	"version" integer DEFAULT 1 NOT NULL,
	"legal_name" text,
	"uscc" text,
	"legal_representative" text,
	"registered_capital" numeric(24, 4),
	"registered_capital_currency" text,
	"established_on" date,
	"company_type" text,
	"registration_region" text,
	"registered_address" text,
	"business_scope" text,
	"industry" text,
	"operating_status" text,
	"registered_capital_band" text GENERATED ALWAYS AS (case when "registered_capital" < 1000000 then '<1M' when "registered_capital" < 5000000 then '1M–5M' when "registered_capital" < 20000000 then '5M–20M' when "registered_capital" < 100000000 then '20M–100M' when "registered_capital" >= 100000000 then '≥100M' end) STORED,
	"person_name" text,
	"position" text,
	"mobile" text,
	"landline" text,
	"email" text,
	"postal_address" text,
	"id_number" text,
	"person_name_masked" text GENERATED ALWAYS AS (case when length("person_name") > 1 then left("person_name", 1) || '**' when "person_name" is not null then '**' end) STORED,
	"mobile_masked" text GENERATED ALWAYS AS (case when length("mobile") >= 11 then left("mobile", 3) || '****' || right("mobile", 4) when "mobile" is not null then '****' end) STORED,
	"email_masked" text GENERATED ALWAYS AS (case when "email" ~ '^[^@]{2,}@[^@]+$' then left("email", 1) || '***' || substring("email" from '@[^@]+$') when "email" is not null then '***' end) STORED,
	"postal_address_masked" text GENERATED ALWAYS AS (case when "postal_address" ~ '^.{1,24}?(区|县|旗)..' then substring("postal_address" from '^.{1,24}?(?:区|县|旗)') || '****' when "postal_address" is not null then '****' end) STORED,
	"id_number_masked" text GENERATED ALWAYS AS (case when length("id_number") >= 8 then '****' || right("id_number", 4) when "id_number" is not null then '****' end) STORED,
	"premises" text,
	"main_products" text,
	"main_markets" text,
	"market_position" text,
	"competition" text,
	"operating_state" text,
	"litigation_count" integer,
	"employees" integer,
	"period_start" date,
	"period_end" date,
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
	"currency" text,
	"audited" boolean,
	"auditor" text,
	"bank_account" text,
	"total_assets_band" text GENERATED ALWAYS AS (case when "total_assets" < 1000000 then '<1M' when "total_assets" < 5000000 then '1M–5M' when "total_assets" < 20000000 then '5M–20M' when "total_assets" < 100000000 then '20M–100M' when "total_assets" >= 100000000 then '≥100M' end) STORED,
	"total_liabilities_band" text GENERATED ALWAYS AS (case when "total_liabilities" < 1000000 then '<1M' when "total_liabilities" < 5000000 then '1M–5M' when "total_liabilities" < 20000000 then '5M–20M' when "total_liabilities" < 100000000 then '20M–100M' when "total_liabilities" >= 100000000 then '≥100M' end) STORED,
	"equity_band" text GENERATED ALWAYS AS (case when "equity" < 1000000 then '<1M' when "equity" < 5000000 then '1M–5M' when "equity" < 20000000 then '5M–20M' when "equity" < 100000000 then '20M–100M' when "equity" >= 100000000 then '≥100M' end) STORED,
	"revenue_band" text GENERATED ALWAYS AS (case when "revenue" < 1000000 then '<1M' when "revenue" < 5000000 then '1M–5M' when "revenue" < 20000000 then '5M–20M' when "revenue" < 100000000 then '20M–100M' when "revenue" >= 100000000 then '≥100M' end) STORED,
	"main_revenue_band" text GENERATED ALWAYS AS (case when "main_revenue" < 1000000 then '<1M' when "main_revenue" < 5000000 then '1M–5M' when "main_revenue" < 20000000 then '5M–20M' when "main_revenue" < 100000000 then '20M–100M' when "main_revenue" >= 100000000 then '≥100M' end) STORED,
	"profit_before_tax_band" text GENERATED ALWAYS AS (case when "profit_before_tax" < 1000000 then '<1M' when "profit_before_tax" < 5000000 then '1M–5M' when "profit_before_tax" < 20000000 then '5M–20M' when "profit_before_tax" < 100000000 then '20M–100M' when "profit_before_tax" >= 100000000 then '≥100M' end) STORED,
	"net_profit_band" text GENERATED ALWAYS AS (case when "net_profit" < 1000000 then '<1M' when "net_profit" < 5000000 then '1M–5M' when "net_profit" < 20000000 then '5M–20M' when "net_profit" < 100000000 then '20M–100M' when "net_profit" >= 100000000 then '≥100M' end) STORED,
	"tax_paid_band" text GENERATED ALWAYS AS (case when "tax_paid" < 1000000 then '<1M' when "tax_paid" < 5000000 then '1M–5M' when "tax_paid" < 20000000 then '5M–20M' when "tax_paid" < 100000000 then '20M–100M' when "tax_paid" >= 100000000 then '≥100M' end) STORED,
	"guarantees_given_band" text GENERATED ALWAYS AS (case when "guarantees_given" < 1000000 then '<1M' when "guarantees_given" < 5000000 then '1M–5M' when "guarantees_given" < 20000000 then '5M–20M' when "guarantees_given" < 100000000 then '20M–100M' when "guarantees_given" >= 100000000 then '≥100M' end) STORED,
	"operating_cash_flow_band" text GENERATED ALWAYS AS (case when "operating_cash_flow" < 1000000 then '<1M' when "operating_cash_flow" < 5000000 then '1M–5M' when "operating_cash_flow" < 20000000 then '5M–20M' when "operating_cash_flow" < 100000000 then '20M–100M' when "operating_cash_flow" >= 100000000 then '≥100M' end) STORED,
	"bank_account_masked" text GENERATED ALWAYS AS (case when length("bank_account") >= 8 then '****' || right("bank_account", 4) when "bank_account" is not null then '****' end) STORED,
	"contract_number" text,
	"occurred_on" date,
	"due_on" date,
	"settled_on" date,
	"amount" numeric(24, 4),
	"settled_amount" numeric(24, 4),
	"amount_currency" text,
	"disputed" boolean,
	"performance" text,
	"amount_band" text GENERATED ALWAYS AS (case when "amount" < 1000000 then '<1M' when "amount" < 5000000 then '1M–5M' when "amount" < 20000000 then '5M–20M' when "amount" < 100000000 then '20M–100M' when "amount" >= 100000000 then '≥100M' end) STORED,
	"settled_amount_band" text GENERATED ALWAYS AS (case when "settled_amount" < 1000000 then '<1M' when "settled_amount" < 5000000 then '1M–5M' when "settled_amount" < 20000000 then '5M–20M' when "settled_amount" < 100000000 then '20M–100M' when "settled_amount" >= 100000000 then '≥100M' end) STORED,
	"rating" "credit_rating",
	"score" numeric(5, 2),
	"credit_limit" numeric(24, 4),
	"credit_limit_currency" text,
	"payment_term_days" integer,
	"valid_until" date,
	"rationale" text,
	"scorecard_version" text,
	"credit_limit_band" text GENERATED ALWAYS AS (case when "credit_limit" < 1000000 then '<1M' when "credit_limit" < 5000000 then '1M–5M' when "credit_limit" < 20000000 then '5M–20M' when "credit_limit" < 100000000 then '20M–100M' when "credit_limit" >= 100000000 then '≥100M' end) STORED,
	"received_on" date,
	"feedback_kind" "feedback_kind",
	"satisfaction" integer,
	"feedback_text" text,
	"resolution" text,
	"resolved_on" date,
	CONSTRAINT "record_of_customer" UNIQUE("id","customer_id"),
	CONSTRAINT "record_of_category" UNIQUE("id","customer_id","category"),
	CONSTRAINT "record_import_key" UNIQUE("customer_id","import_key"),
	CONSTRAINT "record_registration_foreign" CHECK (category = 'REGISTRATION' or num_nonnulls("legal_name", "uscc", "legal_representative", "registered_capital", "registered_capital_currency", "established_on", "company_type", "registration_region", "registered_address", "business_scope", "industry", "operating_status") = 0),
	CONSTRAINT "record_registration_required" CHECK (category <> 'REGISTRATION' or status = 'ERASED' or num_nulls("legal_name") = 0),
	CONSTRAINT "record_contact_foreign" CHECK (category = 'CONTACT' or num_nonnulls("person_name", "position", "mobile", "landline", "email", "postal_address", "id_number") = 0),
	CONSTRAINT "record_contact_required" CHECK (category <> 'CONTACT' or status = 'ERASED' or num_nulls("person_name") = 0),
	CONSTRAINT "record_operation_foreign" CHECK (category = 'OPERATION' or num_nonnulls("premises", "main_products", "main_markets", "market_position", "competition", "operating_state", "litigation_count", "employees") = 0),
	CONSTRAINT "record_operation_required" CHECK (category <> 'OPERATION' or status = 'ERASED' or num_nulls("operating_state") = 0),
	CONSTRAINT "record_financial_foreign" CHECK (category = 'FINANCIAL' or num_nonnulls("period_start", "period_end", "total_assets", "total_liabilities", "equity", "revenue", "main_revenue", "profit_before_tax", "net_profit", "tax_paid", "guarantees_given", "operating_cash_flow", "currency", "audited", "auditor", "bank_account") = 0),
	CONSTRAINT "record_financial_required" CHECK (category <> 'FINANCIAL' or status = 'ERASED' or num_nulls("period_start", "period_end", "currency") = 0),
	CONSTRAINT "record_transaction_foreign" CHECK (category = 'TRANSACTION' or num_nonnulls("contract_number", "occurred_on", "due_on", "settled_on", "amount", "settled_amount", "amount_currency", "disputed", "performance") = 0),
	CONSTRAINT "record_transaction_required" CHECK (category <> 'TRANSACTION' or status = 'ERASED' or num_nulls("contract_number", "occurred_on", "amount", "amount_currency") = 0),
	CONSTRAINT "record_credit_foreign" CHECK (category = 'CREDIT' or num_nonnulls("rating", "score", "credit_limit", "credit_limit_currency", "payment_term_days", "valid_until", "rationale", "scorecard_version") = 0),
	CONSTRAINT "record_credit_required" CHECK (category <> 'CREDIT' or status = 'ERASED' or num_nulls("rating", "score") = 0),
	CONSTRAINT "record_feedback_foreign" CHECK (category = 'FEEDBACK' or num_nonnulls("received_on", "feedback_kind", "satisfaction", "feedback_text", "resolution", "resolved_on") = 0),
	CONSTRAINT "record_feedback_required" CHECK (category <> 'FEEDBACK' or status = 'ERASED' or num_nulls("received_on", "feedback_kind") = 0),
	CONSTRAINT "record_validity" CHECK ("information_record"."valid_to" is null or "information_record"."valid_to" > "information_record"."valid_from"),
	CONSTRAINT "record_recorded_time" CHECK ("information_record"."superseded_at" is null or "information_record"."superseded_at" >= "information_record"."recorded_at"),
	CONSTRAINT "record_restriction" CHECK (("information_record"."status" = 'RESTRICTED') = ("information_record"."restricted_from" is not null)),
	CONSTRAINT "record_in_force_is_archived" CHECK ("information_record"."status" not in ('ARCHIVED', 'SUPERSEDED') or "information_record"."archived_at" is not null),
	CONSTRAINT "record_satisfaction_range" CHECK ("information_record"."satisfaction" between 1 and 5),
	CONSTRAINT "record_score_range" CHECK ("information_record"."score" between 0 and 100),
	CONSTRAINT "record_counts" CHECK ("information_record"."employees" >= 0 and "information_record"."litigation_count" >= 0 and "information_record"."payment_term_days" >= 0),
	CONSTRAINT "record_period" CHECK ("information_record"."period_end" > "information_record"."period_start")
);
--> statement-breakpoint
CREATE TABLE "record_derivation" (
	"record_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "record_derivation_record_id_source_id_pk" PRIMARY KEY("record_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "record_state" (
	"record_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"status" "record_status" NOT NULL,
	"actor_id" uuid NOT NULL,
	"recorded_from" timestamp with time zone NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "record_state_record_id_version_pk" PRIMARY KEY("record_id","version"),
	CONSTRAINT "state_recorded_time" CHECK ("record_state"."recorded_to" is null or "record_state"."recorded_to" >= "record_state"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "major_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"kind" "major_event_kind" NOT NULL,
	"description" text NOT NULL,
	"occurred_on" date NOT NULL,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"task_id" uuid,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screening_finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"severity" "severity" NOT NULL,
	"field" text,
	"message" text NOT NULL,
	"clause" text NOT NULL,
	"overridden_by" uuid,
	"override_reason" text,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screening_override" CHECK (("screening_finding"."overridden_by" is null) = ("screening_finding"."override_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "sharing_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"partner" text NOT NULL,
	"purposes" "purpose"[] NOT NULL,
	"starts_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sharing_agreement_number_unique" UNIQUE("number"),
	CONSTRAINT "agreement_term" CHECK ("sharing_agreement"."expires_on" > "sharing_agreement"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"field" text NOT NULL,
	"result" "finding_result" NOT NULL,
	"source_party" text,
	"note" text,
	"observed_record_id" uuid,
	"performed_by" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_task_record" (
	"task_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	CONSTRAINT "verification_task_record_task_id_record_id_pk" PRIMARY KEY("task_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "verification_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"category" "category_code" NOT NULL,
	"method" "verification_method" NOT NULL,
	"cause" "task_cause" NOT NULL,
	"priority" "priority" NOT NULL,
	"status" "task_status" NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"requested_by" uuid,
	"assignee_id" uuid,
	"claimed_until" timestamp with time zone,
	"return_reason" text,
	"submitted_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "task_of_category" UNIQUE("id","customer_id","category"),
	CONSTRAINT "task_claim" CHECK (("verification_task"."status" = 'CLAIMED') = ("verification_task"."claimed_until" is not null)),
	CONSTRAINT "task_assignee" CHECK ("verification_task"."status" in ('OPEN', 'CANCELLED') or "verification_task"."assignee_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_branch_id_branch_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_first" FOREIGN KEY ("first_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_second" FOREIGN KEY ("second_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_branch_id_branch_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_record" FOREIGN KEY ("record_id","customer_id") REFERENCES "public"."information_record"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "information_record_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "information_record_agreement_id_sharing_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."sharing_agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "information_record_collected_by_account_id_fk" FOREIGN KEY ("collected_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "information_record_approved_by_account_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "information_record_archived_by_account_id_fk" FOREIGN KEY ("archived_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_consent" FOREIGN KEY ("consent_id","customer_id") REFERENCES "public"."consent"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_corrects" FOREIGN KEY ("corrects_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_record" ADD CONSTRAINT "record_supersedes" FOREIGN KEY ("supersedes_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_derivation" ADD CONSTRAINT "record_derivation_record_id_customer_id_information_record_id_customer_id_fk" FOREIGN KEY ("record_id","customer_id") REFERENCES "public"."information_record"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_derivation" ADD CONSTRAINT "record_derivation_source_id_customer_id_information_record_id_customer_id_fk" FOREIGN KEY ("source_id","customer_id") REFERENCES "public"."information_record"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_state" ADD CONSTRAINT "record_state_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_state" ADD CONSTRAINT "record_state_record_id_customer_id_information_record_id_customer_id_fk" FOREIGN KEY ("record_id","customer_id") REFERENCES "public"."information_record"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "major_event" ADD CONSTRAINT "major_event_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "major_event" ADD CONSTRAINT "major_event_reported_by_account_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "major_event" ADD CONSTRAINT "major_event_task" FOREIGN KEY ("task_id","customer_id","category") REFERENCES "public"."verification_task"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_finding" ADD CONSTRAINT "screening_finding_overridden_by_account_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_finding" ADD CONSTRAINT "screening_finding_record" FOREIGN KEY ("record_id","customer_id") REFERENCES "public"."information_record"("id","customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_performed_by_account_id_fk" FOREIGN KEY ("performed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_task_record" FOREIGN KEY ("task_id","record_id") REFERENCES "public"."verification_task_record"("task_id","record_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_record" FOREIGN KEY ("record_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_observed" FOREIGN KEY ("observed_record_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task_record" ADD CONSTRAINT "task_record_task" FOREIGN KEY ("task_id","customer_id","category") REFERENCES "public"."verification_task"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task_record" ADD CONSTRAINT "task_record_record" FOREIGN KEY ("record_id","customer_id","category") REFERENCES "public"."information_record"("id","customer_id","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task" ADD CONSTRAINT "verification_task_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task" ADD CONSTRAINT "verification_task_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_task" ADD CONSTRAINT "verification_task_assignee_id_account_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_branch" ON "account" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "conflict_customer" ON "conflict" USING btree ("customer_id","opened_at");--> statement-breakpoint
CREATE INDEX "conflict_first" ON "conflict" USING btree ("first_id");--> statement-breakpoint
CREATE INDEX "conflict_second" ON "conflict" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "consent_customer" ON "consent" USING btree ("customer_id","given_on");--> statement-breakpoint
CREATE INDEX "customer_search" ON "customer" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customer_name" ON "customer" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "customer_uscc" ON "customer" USING btree ("uscc","id");--> statement-breakpoint
CREATE INDEX "customer_kind" ON "customer" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "customer_status" ON "customer" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "customer_importance" ON "customer" USING btree ("importance","id");--> statement-breakpoint
CREATE INDEX "customer_region" ON "customer" USING btree ("region","id");--> statement-breakpoint
CREATE INDEX "customer_industry" ON "customer" USING btree ("industry","id");--> statement-breakpoint
CREATE INDEX "customer_created" ON "customer" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customer_updated" ON "customer" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "customer_rating" ON "customer" USING btree ("credit_rating","id");--> statement-breakpoint
CREATE INDEX "customer_limit" ON "customer" USING btree ("credit_limit","id");--> statement-breakpoint
CREATE INDEX "customer_revenue" ON "customer" USING btree ("revenue","id");--> statement-breakpoint
CREATE INDEX "customer_risk" ON "customer" USING btree ("risk_class","id");--> statement-breakpoint
CREATE INDEX "customer_region_desc" ON "customer" USING btree ("region" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "customer_rating_desc" ON "customer" USING btree ("credit_rating" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "customer_limit_desc" ON "customer" USING btree ("credit_limit" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "customer_revenue_desc" ON "customer" USING btree ("revenue" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "customer_risk_desc" ON "customer" USING btree ("risk_class" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "customer_branch_code" ON "customer" USING btree ("branch_id","code");--> statement-breakpoint
CREATE INDEX "customer_branch_name" ON "customer" USING btree ("branch_id","name","id");--> statement-breakpoint
CREATE INDEX "customer_branch_created" ON "customer" USING btree ("branch_id","created_at","id");--> statement-breakpoint
CREATE INDEX "evidence_record" ON "evidence" USING btree ("record_id","id");--> statement-breakpoint
CREATE INDEX "record_standing" ON "information_record" USING btree ("customer_id","category","standing","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_series" ON "information_record" USING btree ("customer_id","category","series","standing","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_trail" ON "information_record" USING btree ("customer_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_period_of_customer" ON "information_record" USING btree ("customer_id","period_end","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_period_end" ON "information_record" USING btree ("period_end","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_revenue" ON "information_record" USING btree ("revenue","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_total_assets" ON "information_record" USING btree ("total_assets","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_net_profit" ON "information_record" USING btree ("net_profit","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_period_start" ON "information_record" USING btree ("period_start","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_total_liabilities" ON "information_record" USING btree ("total_liabilities","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_equity" ON "information_record" USING btree ("equity","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_main_revenue" ON "information_record" USING btree ("main_revenue","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_profit_before_tax" ON "information_record" USING btree ("profit_before_tax","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_tax_paid" ON "information_record" USING btree ("tax_paid","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_guarantees_given" ON "information_record" USING btree ("guarantees_given","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_operating_cash_flow" ON "information_record" USING btree ("operating_cash_flow","id") WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_revenue_desc" ON "information_record" USING btree ("revenue" DESC NULLS LAST,"id" DESC NULLS FIRST) WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_total_assets_desc" ON "information_record" USING btree ("total_assets" DESC NULLS LAST,"id" DESC NULLS FIRST) WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_statement_net_profit_desc" ON "information_record" USING btree ("net_profit" DESC NULLS LAST,"id" DESC NULLS FIRST) WHERE category = 'FINANCIAL';--> statement-breakpoint
CREATE INDEX "record_occurred" ON "information_record" USING btree ("customer_id","occurred_on","id") WHERE category = 'TRANSACTION';--> statement-breakpoint
CREATE INDEX "record_received" ON "information_record" USING btree ("customer_id","received_on","id") WHERE category = 'FEEDBACK';--> statement-breakpoint
CREATE INDEX "record_status" ON "information_record" USING btree ("status","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_category" ON "information_record" USING btree ("category","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_recorded" ON "information_record" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_collected" ON "information_record" USING btree ("collected_at","id");--> statement-breakpoint
CREATE INDEX "record_valid_from" ON "information_record" USING btree ("valid_from","id");--> statement-breakpoint
CREATE INDEX "record_valid_to" ON "information_record" USING btree ("valid_to","id");--> statement-breakpoint
CREATE INDEX "record_channel" ON "information_record" USING btree ("channel","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_collector" ON "information_record" USING btree ("collected_by","recorded_at","id");--> statement-breakpoint
CREATE INDEX "record_corrects" ON "information_record" USING btree ("corrects_id");--> statement-breakpoint
CREATE INDEX "record_supersedes" ON "information_record" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "record_consent" ON "information_record" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "derivation_source" ON "record_derivation" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "major_event_customer" ON "major_event" USING btree ("customer_id","reported_at");--> statement-breakpoint
CREATE INDEX "major_event_task" ON "major_event" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "screening_finding_record" ON "screening_finding" USING btree ("record_id","id");--> statement-breakpoint
CREATE INDEX "finding_task" ON "finding" USING btree ("task_id","id");--> statement-breakpoint
CREATE INDEX "finding_record" ON "finding" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "finding_observed" ON "finding" USING btree ("observed_record_id");--> statement-breakpoint
CREATE INDEX "task_record_record" ON "verification_task_record" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "task_customer" ON "verification_task" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "task_status" ON "verification_task" USING btree ("status","due_at","id");--> statement-breakpoint
CREATE INDEX "task_due" ON "verification_task" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "task_priority" ON "verification_task" USING btree ("priority","id");--> statement-breakpoint
CREATE INDEX "task_created" ON "verification_task" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "task_assignee" ON "verification_task" USING btree ("assignee_id","status","claimed_until");--> statement-breakpoint
CREATE INDEX "task_method" ON "verification_task" USING btree ("method","id");--> statement-breakpoint
CREATE INDEX "task_category" ON "verification_task" USING btree ("category","id");--> statement-breakpoint
CREATE INDEX "task_cause" ON "verification_task" USING btree ("cause","id");