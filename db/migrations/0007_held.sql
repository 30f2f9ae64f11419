CREATE TABLE "exchange"."decisions" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"action" text NOT NULL,
	"reason" text,
	"username" text NOT NULL,
	"desk" text NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange"."contradictions" ADD COLUMN "body" text;
--> statement-breakpoint
ALTER TABLE "exchange"."contradictions" ADD COLUMN "salt" text;
--> statement-breakpoint
-- Who decided what about the partner's events is kept for ever.
CREATE TRIGGER keep_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON "exchange"."decisions" FOR EACH STATEMENT EXECUTE FUNCTION "exchange".keep_for_ever();
--> statement-breakpoint
ALTER TABLE "exchange"."decisions" ENABLE ALWAYS TRIGGER keep_for_ever;
--> statement-breakpoint
-- As before, and another row where one waits is kept whole: what the partner mended arrives as one.
CREATE OR REPLACE FUNCTION "exchange".land_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  landed record;
  last bigint;
  expected boolean;
BEGIN
  NEW.landed_at := now();
  expected := NEW.stream IN ('KH.joint', 'LA.joint') AND (TG_NARGS = 0 OR NEW.stream = TG_ARGV[0]);
  IF expected AND NEW.seq > 0 THEN
    SELECT max(seq) INTO last FROM "exchange"."joint_events" WHERE stream = NEW.stream;
    -- A row far ahead of its stream could never be judged, and would be taken for a gap for ever.
    expected := NEW.seq <= coalesce(last, 0) + 1000000;
  ELSE
    expected := false;
  END IF;
  IF expected THEN
    -- What no Sekong writes is kept as a stub, so that it is named and not stored. No body at all would be an erased one.
    IF octet_length(coalesce(NEW.header, '')) + octet_length(coalesce(NEW.body, '')) > 262144
       OR octet_length(coalesce(NEW.hash, '')) > 64 OR octet_length(coalesce(NEW.salt, '')) > 32 THEN
      NEW.header := left(NEW.header, 1000);
      NEW.body := '';
      NEW.salt := NULL;
      NEW.hash := left(NEW.hash, 64);
    END IF;
    SELECT hash INTO landed FROM "exchange"."joint_events" WHERE stream = NEW.stream AND seq = NEW.seq;
    IF NOT FOUND THEN
      RETURN NEW;
    END IF;
    -- A refill sends what is here already; it must bring back nothing that was erased.
    IF landed.hash IS NOT DISTINCT FROM NEW.hash THEN
      RETURN NULL;
    END IF;
  END IF;
  -- Another row where one waits is kept whole, as it may be the mended one; a few of them, so that no flood is stored.
  IF expected AND EXISTS (SELECT FROM "exchange"."held_events" WHERE stream = NEW.stream AND seq = NEW.seq) THEN
    IF (SELECT count(*) FROM "exchange"."contradictions" WHERE stream = NEW.stream AND seq = NEW.seq) < 20 THEN
      INSERT INTO "exchange"."contradictions" (stream, seq, hash, header, body, salt)
      VALUES (NEW.stream, NEW.seq, coalesce(NEW.hash, ''), NEW.header, NEW.body, NEW.salt) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END IF;
  -- A thousand of them say what a million would.
  IF (SELECT count(*) FROM (SELECT FROM "exchange"."contradictions" LIMIT 1000) AS kept) < 1000 THEN
    INSERT INTO "exchange"."contradictions" (stream, seq, hash, header)
    VALUES (left(coalesce(NEW.stream, ''), 40), coalesce(NEW.seq, 0), left(coalesce(NEW.hash, ''), 64), left(NEW.header, 4000))
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
