"use client";
/** Which deadlines a request sets at the other centre. */
import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { answerMinutes, requestReadMinutes } from "@/domain/clock/request-rules";
import type { Incident } from "@/domain/incident/schema";
import { clocksOfSides } from "@/domain/site";
import { partnerOf, type Urgency } from "@/domain/vocabulary";
import { useSpan } from "../../i18n/span";
import { useUser } from "../../live/hooks/use-live";
import { useSite } from "../../live/site";

export function StartingClocks({ urgency, incident }: { urgency: Urgency; incident: Incident }) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const { country } = useUser();
  const asked = partnerOf(country);
  const clocks = clocksOfSides(useSite(), country)[asked];
  const span = useSpan();
  return (
    <p className="flex items-start gap-2 text-ink-2" data-testid="starting-clocks">
      <Clock size={15} aria-hidden className="mt-0.5 shrink-0" />
      {t("clocks", {
        country: names(asked),
        read: span(requestReadMinutes(urgency, incident, clocks)),
        answer: span(answerMinutes(urgency, incident, clocks)),
      })}
    </p>
  );
}
