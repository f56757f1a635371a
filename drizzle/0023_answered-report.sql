CREATE TABLE "answered_report" (
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"report" jsonb NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"compared_on" date NOT NULL,
	CONSTRAINT "answered_report_account_id_hash_pk" PRIMARY KEY("account_id","hash")
);
