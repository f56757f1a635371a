ALTER TABLE "account" ADD COLUMN "identity_issuer" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "identity_subject" text;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_identity" UNIQUE("identity_issuer","identity_subject");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_identity_whole" CHECK (("account"."identity_issuer" is null) = ("account"."identity_subject" is null));