-- What the partner's gateway may hold is anything: a row that could stop the link or stay unnoticed is kept as a stub.
-- The trigger's argument is the stream whose rows may land; without one it is either joint stream.
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
  -- A thousand of them say what a million would.
  IF (SELECT count(*) FROM (SELECT FROM "exchange"."contradictions" LIMIT 1000) AS kept) < 1000 THEN
    INSERT INTO "exchange"."contradictions" (stream, seq, hash, header)
    VALUES (left(coalesce(NEW.stream, ''), 40), coalesce(NEW.seq, 0), left(coalesce(NEW.hash, ''), 64), left(NEW.header, 4000))
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "exchange".land_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.landed_at := now();
  IF NEW.country IN ('KH', 'LA') AND length(NEW.kind) BETWEEN 1 AND 40 AND NEW.number BETWEEN 1 AND 1000000000000
     AND octet_length(coalesce(NEW.payload, '')) <= 65536
     AND NOT EXISTS (SELECT FROM "exchange"."notices"
       WHERE country = NEW.country AND kind = NEW.kind AND number = NEW.number) THEN
    RETURN NEW;
  END IF;
  RETURN NULL;
END $$;
