CREATE TABLE "unit_tracks" (
	"country" text NOT NULL,
	"unit_id" text NOT NULL,
	"at" bigint NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	CONSTRAINT "unit_tracks_country_unit_id_at_pk" PRIMARY KEY("country","unit_id","at")
);
--> statement-breakpoint
CREATE INDEX "unit_tracks_at" ON "unit_tracks" USING btree ("at");