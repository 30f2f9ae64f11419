CREATE TABLE "fence_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"centre" text NOT NULL,
	"drawing" text NOT NULL,
	"label" text,
	"warning" text NOT NULL,
	"unit" text NOT NULL,
	"callsign" text NOT NULL,
	"country" text NOT NULL,
	"at" bigint NOT NULL,
	"seen_at" bigint,
	"seen_by" text
);
--> statement-breakpoint
CREATE INDEX "fence_notices_centre" ON "fence_notices" USING btree ("centre","at");