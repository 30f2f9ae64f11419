-- What lands beside the log wakes its own readers: it needs no transaction under the append lock.
CREATE FUNCTION "exchange".wake_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sekong_notices', NEW.kind);
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER wake_arrival ON "exchange"."notices";
--> statement-breakpoint
CREATE TRIGGER wake_notice AFTER INSERT ON "exchange"."notices" FOR EACH ROW EXECUTE FUNCTION "exchange".wake_notice();
--> statement-breakpoint
ALTER TABLE "exchange"."notices" ENABLE REPLICA TRIGGER wake_notice;
--> statement-breakpoint
-- A key that is too long for its index, or for a notification, would stop the link: such a notice is passed over.
CREATE OR REPLACE FUNCTION "exchange".land_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.landed_at := now();
  IF octet_length(NEW.country) > 8 OR octet_length(NEW.kind) > 40 OR octet_length(coalesce(NEW.payload, '')) > 65536 THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM "exchange"."notices"
      WHERE country = NEW.country AND kind = NEW.kind AND number = NEW.number) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
