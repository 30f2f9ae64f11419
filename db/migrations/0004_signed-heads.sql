CREATE TABLE "exchange"."signed_heads" (
	"country" text NOT NULL,
	"at" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"key" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "signed_heads_country_at_seq_hash_pk" PRIMARY KEY("country","at","seq","hash")
);
--> statement-breakpoint
CREATE TABLE "exchange"."signing_keys" (
	"country" text NOT NULL,
	"key" text NOT NULL,
	"public_key" text NOT NULL,
	"at" text NOT NULL,
	"signed_by" text,
	"signature" text,
	CONSTRAINT "signing_keys_country_key_pk" PRIMARY KEY("country","key")
);
--> statement-breakpoint
CREATE INDEX "signed_heads_seq" ON "exchange"."signed_heads" USING btree ("country","seq");
--> statement-breakpoint
-- Evidence is kept for ever.
CREATE FUNCTION "exchange".keep_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'kept for ever: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON "exchange"."signed_heads" FOR EACH STATEMENT EXECUTE FUNCTION "exchange".keep_for_ever();
--> statement-breakpoint
CREATE TRIGGER keep_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON "exchange"."signing_keys" FOR EACH STATEMENT EXECUTE FUNCTION "exchange".keep_for_ever();
--> statement-breakpoint
ALTER TABLE "exchange"."signed_heads" ENABLE ALWAYS TRIGGER keep_for_ever;
--> statement-breakpoint
ALTER TABLE "exchange"."signing_keys" ENABLE ALWAYS TRIGGER keep_for_ever;
