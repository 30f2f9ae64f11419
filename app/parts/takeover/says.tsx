"use client";
/** What a takeover says beside kind and place: how many people, and what is asked of whom until when. */
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { countsByRole } from "@/domain/incident/people";
import type { Incident } from "@/domain/incident/schema";
import { compareText } from "@/domain/order";
import { agreedOf, isLiveRequest } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { urgencySchema } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useRelated } from "../../live/hooks/use-related";
import { useNow } from "../../live/ticker";

/** The counts by role in words; empty where nothing is known, and on a wall, which gets no people. */
function usePeopleText(incident: Incident): string {
  const detail = useTranslations("detail");
  const roles = useTranslations("personRole");
  return countsByRole(incident)
    .map(({ role, count }) => detail("people", { count, role: roles(role, { count }) }))
    .join(", ");
}

/** The most urgent request that goes on about the incident, then the oldest. */
function useMostUrgent(incidentId: string): Request | undefined {
  const weight = ({ urgency }: Request) => urgencySchema.options.indexOf(urgency);
  return useRelated("requestsOfIncident", incidentId)
    .filter(isLiveRequest)
    .sort((a, b) => weight(a) - weight(b) || compareText(a.made.at, b.made.at))[0];
}

/** What a request asks: its action, how urgent it is and until when; who asks, or who is asked. */
function useAskedText(): (request: Request, isShown: boolean) => string {
  const t = useTranslations("takeover");
  const names = useTranslations("country");
  const action = useTranslations("action");
  const urgency = useTranslations("urgency");
  const { moment } = useFormats();
  const now = useNow(60_000);
  return (request, isShown) => {
    const agreed = agreedOf(request);
    const parts = [
      // The title of its own takeover has the action already.
      isShown
        ? t("askedBy", { country: names(request.from) })
        : t("askedOf", { country: names(request.to), what: action(agreed.action) }),
      urgency(request.urgency),
      agreed.dueAt ? t("by", { time: moment(agreed.dueAt, now) }) : "",
    ];
    return parts.filter(Boolean).join(" · ");
  };
}

type Props = { incident: Incident; request: Request | undefined; className?: string };

export function Says({ incident, request, className }: Props) {
  const people = usePeopleText(incident);
  const other = useMostUrgent(incident.id);
  const asked = useAskedText();
  const shown = request ?? other;
  return (
    <>
      {people ? (
        <p data-testid="takeover-people" className={className}>
          <Users aria-hidden className="mr-[0.4em] inline size-[1em] align-[-0.12em]" />
          {people}
        </p>
      ) : null}
      {shown ? (
        <p data-testid="takeover-asked" className={className}>
          {asked(shown, shown === request)}
        </p>
      ) : null}
    </>
  );
}
