"use client";
/** What is on its way to the server. It shows as done only when its events have come back. */
import { useTranslations } from "use-intl";
import type { Pending } from "../live/commands";
import { usePending } from "../live/hooks/use-commands";
import { classes } from "../ui/classes";

/** "Sending", or that it waits for the connection; undefined where nothing is on its way. */
export function useSendingText(): (pending: Pending | undefined) => string | undefined {
  const t = useTranslations("state");
  return (pending) => (pending ? t(pending.state) : undefined);
}

/** Nothing while no command about this subject is on its way. */
export function Sending({ subject, className }: { subject: string; className?: string }) {
  const [pending] = usePending(subject);
  const text = useSendingText()(pending);
  if (!pending) return null;
  return (
    <span
      role="status"
      className={classes(
        pending.state === "waiting" ? "font-semibold text-stale" : "text-catching",
        className,
      )}
    >
      {text}
    </span>
  );
}
