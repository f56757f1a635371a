ALTER TABLE "sharing_agreement" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_ended_by_account_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "agreement_end" CHECK (("sharing_agreement"."ended_on" is null) = ("sharing_agreement"."end_reason" is null) and ("sharing_agreement"."ended_on" is null) = ("sharing_agreement"."ended_by" is null));
