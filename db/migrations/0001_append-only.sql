-- The log only grows. A body and its salt may be erased together; nothing else ever changes.
CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    OLD.body := NULL;
    OLD.salt := NULL;
    IF NEW IS NOT DISTINCT FROM OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the log is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "joint_events" FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "national_events" FOR EACH ROW EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "joint_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "national_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();
--> statement-breakpoint
-- Rows applied by replication are held to the same rule.
ALTER TABLE "joint_events" ENABLE ALWAYS TRIGGER append_only;
--> statement-breakpoint
ALTER TABLE "joint_events" ENABLE ALWAYS TRIGGER append_only_truncate;
--> statement-breakpoint
-- The rows whose lock is the append lock exist from the start, so that there is always something to lock.
INSERT INTO "stream_heads" ("stream", "seq", "hash", "clock")
SELECT name, 0, repeat('0', 64), 0 FROM unnest(ARRAY['KH.joint', 'KH.national', 'LA.joint', 'LA.national']) AS name;
--> statement-breakpoint
-- A lost or changed session wakes every process, whoever ended it.
CREATE FUNCTION wake_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sekong_sessions', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_ended AFTER DELETE ON "session" FOR EACH STATEMENT EXECUTE FUNCTION wake_sessions();
--> statement-breakpoint
CREATE TRIGGER account_changed AFTER DELETE OR UPDATE OF "role", "country", "desk", "unit_id", "joint_only", "disabled" ON "user" FOR EACH STATEMENT EXECUTE FUNCTION wake_sessions();
