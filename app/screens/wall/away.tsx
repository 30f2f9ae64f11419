"use client";
/** After this wall was cut off: how much changed meanwhile. In small print, without a sound, for a minute. */
import { History } from "lucide-react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { useIncident } from "../../live/hooks/use-entity";
import { type Summary, useAbsence } from "../../parts/alert/use-absence";

function Shown({ summary: { count, gravest } }: { summary: Summary }) {
  const t = useTranslations("away");
  const kind = useTranslations("kind");
  const incident = useIncident(gravest.incidentId);
  return (
    <div
      data-testid="away-summary"
      className="flex items-center gap-[0.8rem] rounded-3 bg-surface-1 px-[1.25rem] py-[0.6rem] text-wall-body text-ink-2 shadow-lift"
    >
      <History aria-hidden className="size-[1.6rem] shrink-0 text-catching" />
      <p className="leading-compact">
        {t("wall", { count })}
        {incident ? (
          <span className="block whitespace-nowrap text-ink-1">
            {t("gravest")}: {isIncident(incident) ? `${kind(incident.kind)} · ` : ""}
            {incident.ref}
          </span>
        ) : null}
      </p>
    </div>
  );
}

export function WallAway() {
  const { summary } = useAbsence(true);
  return (
    <div aria-live="polite" className="absolute top-[1.5rem] left-[1.5rem] z-10 w-max max-w-[60%]">
      {summary ? <Shown summary={summary} /> : null}
    </div>
  );
}
