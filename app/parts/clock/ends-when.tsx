"use client";
/** What stops a deadline, in words: `ends when read`. */
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { endOfClock } from "@/domain/clock/ends";
import { useEntity, useIncident } from "../../live/hooks/use-entity";
import { useLive } from "../../live/hooks/use-live";

export function EndsWhen({ clock, className }: { clock: Clock; className?: string }) {
  const t = useTranslations("clock.ends");
  const { store } = useLive().client;
  const request = useEntity("requests", clock.about);
  const incident = useIncident(clock.incidentId);
  const end = endOfClock(clock, request, { incident, taskOf: (id) => store.get("tasks", id) });
  return (
    <span data-testid="ends-when" data-end={end} className={className}>
      {t(end)}
    </span>
  );
}
