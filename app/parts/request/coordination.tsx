"use client";
/**
 * All that goes on with the other side about one incident: what is open as cards, what waits for this side first; what
 * has ended as lines.
 */
import { ChevronDown, ChevronRight } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import { byOpenness } from "@/domain/request/progress";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";
import { ProposalCard } from "./proposal-card";
import { EndedRequest, RequestCard } from "./request-card";
import { TransferCard } from "./transfer-card";

/** More ended ones than these wait behind one press. */
const endedInSight = 2;

export function Coordination({ incident }: { incident: Incident }) {
  const t = useTranslations("request");
  const { client, user } = useLive();
  const { store } = client;
  const requests = useRelated("requestsOfIncident", incident.id);
  const proposals = useRelated("proposalsOfIncident", incident.id);
  useRelated("tasksOfIncident", incident.id);
  const [all, showAll] = useState(false);
  const { open, ended } = byOpenness(requests, (id) => store.get("tasks", id));
  const { transfer } = incident;
  if (requests.length === 0 && proposals.length === 0 && !transfer) return null;
  const shown = all ? ended : ended.slice(0, endedInSight);
  const Chevron = all ? ChevronDown : ChevronRight;
  const newestFirst = [...proposals].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
  const pendingActions = pendingActionsOf(incident, store.contextOf(incident.id));
  const mine = new Set(pendingActions.filter(({ by }) => by === user.country).map(({ about }) => about));
  const cards: { id: string; card: ReactNode }[] = [
    ...(transfer
      ? [{ id: incident.id, card: <TransferCard incident={incident} transfer={transfer} /> }]
      : []),
    ...open.map((request) => ({
      id: request.id,
      card: <RequestCard incident={incident} request={request} />,
    })),
    ...newestFirst.map((proposal) => ({
      id: proposal.id,
      card: <ProposalCard incident={incident} proposal={proposal} />,
    })),
  ];
  const ordered = [...cards.filter(({ id }) => mine.has(id)), ...cards.filter(({ id }) => !mine.has(id))];
  return (
    <section aria-label={t("label")} className="grid gap-2 px-4 pb-2.5" data-testid="coordination">
      {ordered.map(({ id, card }) => (
        <Fragment key={id}>{card}</Fragment>
      ))}
      {shown.map((request) => (
        <EndedRequest key={request.id} request={request} />
      ))}
      {ended.length > endedInSight ? (
        <button
          type="button"
          aria-expanded={all}
          className="flex items-center gap-1 text-left text-desk-note text-ink-2 hover:text-ink-1"
          onClick={() => showAll(!all)}
        >
          <Chevron size={14} aria-hidden /> {t("ended", { count: ended.length })}
        </button>
      ) : null}
    </section>
  );
}
