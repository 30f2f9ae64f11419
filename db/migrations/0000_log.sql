CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"username" text NOT NULL,
	"display_username" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"role" text NOT NULL,
	"country" text NOT NULL,
	"desk" text NOT NULL,
	"by" text NOT NULL,
	"lang" text DEFAULT 'en' NOT NULL,
	"unit_id" text,
	"joint_only" boolean DEFAULT false NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username"),
	CONSTRAINT "user_by_unique" UNIQUE("by")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"country" text NOT NULL,
	"vector" text NOT NULL,
	"fold_version" integer NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_country_fold_version_vector_pk" PRIMARY KEY("country","fold_version","vector")
);
--> statement-breakpoint
CREATE TABLE "joint_events" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"clock" bigint NOT NULL,
	"seen" bigint NOT NULL,
	"id" text NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"header" text NOT NULL,
	"body" text,
	"salt" text,
	"body_hash" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "joint_events_stream_seq_pk" PRIMARY KEY("stream","seq"),
	CONSTRAINT "joint_events_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "national_events" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"clock" bigint NOT NULL,
	"seen" bigint NOT NULL,
	"id" text NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"header" text NOT NULL,
	"body" text,
	"salt" text,
	"body_hash" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "national_events_stream_seq_pk" PRIMARY KEY("stream","seq"),
	CONSTRAINT "national_events_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"account" text NOT NULL,
	"command_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"events" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "receipts_account_command_id_pk" PRIMARY KEY("account","command_id")
);
--> statement-breakpoint
CREATE TABLE "stream_heads" (
	"stream" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"clock" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_search" (
	"country" text NOT NULL,
	"id" text NOT NULL,
	"ref" text NOT NULL,
	"owner" text NOT NULL,
	"sharing" text NOT NULL,
	"kind" text,
	"impact" text,
	"status" text,
	"province" text,
	"reported_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"archived" boolean DEFAULT false NOT NULL,
	CONSTRAINT "incident_search_country_id_pk" PRIMARY KEY("country","id")
);
--> statement-breakpoint
CREATE TABLE "picture_state" (
	"country" text NOT NULL,
	"collection" text NOT NULL,
	"id" text NOT NULL,
	"entity" text NOT NULL,
	CONSTRAINT "picture_state_country_collection_id_pk" PRIMARY KEY("country","collection","id")
);
--> statement-breakpoint
CREATE TABLE "projection_heads" (
	"name" text NOT NULL,
	"country" text NOT NULL,
	"vector" jsonb NOT NULL,
	"fold_version" integer NOT NULL,
	CONSTRAINT "projection_heads_name_country_pk" PRIMARY KEY("name","country")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_secret" ON "two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "digests_at" ON "digests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "joint_events_subject" ON "joint_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "national_events_subject" ON "national_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "incident_search_ref" ON "incident_search" USING btree ("country","ref");--> statement-breakpoint
CREATE INDEX "incident_search_reported" ON "incident_search" USING btree ("country","reported_at");