"use client";
/** Commands on their way to the server. Nothing shows as done before its events have come back. */
import { useTranslations } from "use-intl";
import type { Pending } from "../live/commands";
import { usePending } from "../live/hooks/use-commands";
import { classes } from "../ui/classes";

/** "Sending", or that it waits for the connection; undefined where nothing is pending. */
export function useSendingText(): (pending: Pending | undefined) => string | undefined {
  const t = useTranslations("state");
  return (pending) => (pending ? t(pending.state) : undefined);
}

type Props = {
  subject: string;
  /** Three dots where there is no room; the text as a tooltip and for screen readers. */
  short?: boolean;
  className?: string;
};

/** Empty while no command about this subject is pending. */
export function Sending({ subject, short, className }: Props) {
  const [pending] = usePending(subject);
  const text = useSendingText()(pending);
  if (!pending) return null;
  const tone = pending.state === "waiting" ? "font-semibold text-stale" : "text-catching";
  return (
    <span role="status" title={short ? text : undefined} className={classes(tone, className)}>
      {short ? "…" : text}
      {short ? <span className="sr-only">{text}</span> : null}
    </span>
  );
}
