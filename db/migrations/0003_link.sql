CREATE SCHEMA "exchange";
--> statement-breakpoint
CREATE TABLE "exchange"."contradictions" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"header" text,
	"landed_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "contradictions_stream_seq_hash_pk" PRIMARY KEY("stream","seq","hash")
);
--> statement-breakpoint
CREATE TABLE "exchange"."joint_events" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"header" text,
	"body" text,
	"salt" text,
	"hash" text,
	"landed_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "joint_events_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "exchange"."held_events" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" text,
	"decision_reason" text,
	CONSTRAINT "held_events_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "exchange"."notices" (
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"number" bigint NOT NULL,
	"payload" text,
	"landed_at" timestamp with time zone DEFAULT now(),
	CONSTRAINT "notices_country_kind_number_pk" PRIMARY KEY("country","kind","number")
);
--> statement-breakpoint
ALTER TABLE "joint_events" ADD COLUMN "discarded" boolean;
--> statement-breakpoint
-- Rows that replication applies are landed with care: nothing a partner sends may stop the link or change what landed.
CREATE FUNCTION "exchange".land_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE landed record;
BEGIN
  NEW.landed_at := now();
  -- What no Sekong writes is kept as a stub, so that it is named and not stored.
  IF octet_length(coalesce(NEW.header, '')) + octet_length(coalesce(NEW.body, '')) > 262144 THEN
    NEW.header := left(NEW.header, 1000);
    NEW.body := NULL;
    NEW.salt := NULL;
  END IF;
  SELECT hash INTO landed FROM "exchange"."joint_events" WHERE stream = NEW.stream AND seq = NEW.seq;
  IF NOT FOUND THEN
    RETURN NEW;
  END IF;
  -- A refill sends what is here already; it must bring back nothing that was erased.
  IF landed.hash IS DISTINCT FROM NEW.hash THEN
    INSERT INTO "exchange"."contradictions" (stream, seq, hash, header)
    VALUES (NEW.stream, NEW.seq, coalesce(NEW.hash, ''), left(NEW.header, 4000)) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER land_event BEFORE INSERT ON "exchange"."joint_events" FOR EACH ROW EXECUTE FUNCTION "exchange".land_event();
--> statement-breakpoint
ALTER TABLE "exchange"."joint_events" ENABLE REPLICA TRIGGER land_event;
--> statement-breakpoint
CREATE FUNCTION "exchange".land_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.landed_at := now();
  IF octet_length(coalesce(NEW.payload, '')) > 65536 THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM "exchange"."notices"
      WHERE country = NEW.country AND kind = NEW.kind AND number = NEW.number) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER land_notice BEFORE INSERT ON "exchange"."notices" FOR EACH ROW EXECUTE FUNCTION "exchange".land_notice();
--> statement-breakpoint
ALTER TABLE "exchange"."notices" ENABLE REPLICA TRIGGER land_notice;
--> statement-breakpoint
-- A replicated UPDATE or DELETE changes nothing.
CREATE FUNCTION "exchange".pass_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER pass_over BEFORE UPDATE OR DELETE ON "exchange"."joint_events" FOR EACH ROW EXECUTE FUNCTION "exchange".pass_over();
--> statement-breakpoint
ALTER TABLE "exchange"."joint_events" ENABLE REPLICA TRIGGER pass_over;
--> statement-breakpoint
CREATE TRIGGER pass_over BEFORE UPDATE OR DELETE ON "exchange"."notices" FOR EACH ROW EXECUTE FUNCTION "exchange".pass_over();
--> statement-breakpoint
ALTER TABLE "exchange"."notices" ENABLE REPLICA TRIGGER pass_over;
--> statement-breakpoint
-- A replicated TRUNCATE stops the link, which is alarmed; what landed stays.
CREATE FUNCTION "exchange".refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what has landed from the partner is not truncated' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "exchange"."joint_events" FOR EACH STATEMENT EXECUTE FUNCTION "exchange".refuse_truncate();
--> statement-breakpoint
ALTER TABLE "exchange"."joint_events" ENABLE REPLICA TRIGGER refuse_truncate;
--> statement-breakpoint
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "exchange"."notices" FOR EACH STATEMENT EXECUTE FUNCTION "exchange".refuse_truncate();
--> statement-breakpoint
ALTER TABLE "exchange"."notices" ENABLE REPLICA TRIGGER refuse_truncate;
--> statement-breakpoint
-- The pipeline is woken by what has landed, as it is by what was committed.
CREATE FUNCTION "exchange".wake_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sekong_arrivals', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER wake_arrival AFTER INSERT ON "exchange"."joint_events" FOR EACH ROW EXECUTE FUNCTION "exchange".wake_arrival();
--> statement-breakpoint
ALTER TABLE "exchange"."joint_events" ENABLE REPLICA TRIGGER wake_arrival;
--> statement-breakpoint
CREATE TRIGGER wake_arrival AFTER INSERT ON "exchange"."notices" FOR EACH ROW EXECUTE FUNCTION "exchange".wake_arrival();
--> statement-breakpoint
ALTER TABLE "exchange"."notices" ENABLE REPLICA TRIGGER wake_arrival;
