"use client";
/** All that is coordinated with the other side about one incident: what is open as cards, what has ended as lines. */
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import type { Proposal } from "@/domain/proposal/schema";
import { byOpenness } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";
import { EndedRequests } from "./ended-requests";
import { ProposalCard } from "./proposal-card";
import { RequestCard } from "./request-card";
import { TransferCard } from "./transfer-card";

type Card = { id: string; card: ReactNode };
type CardsProps = { incident: IncidentEntity; requests: readonly Request[]; proposals: readonly Proposal[] };

/** A transfer, the open requests, the proposals with the newest first. */
function cardsOf({ incident, requests, proposals }: CardsProps): Card[] {
  const newestFirst = [...proposals].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
  const { id } = incident;
  const cards = requests.map((request) => ({
    id: request.id,
    card: <RequestCard incident={incident} request={request} />,
  }));
  // Of what was recalled only requests are left to be ended.
  if (!isIncident(incident)) return cards;
  const { transfer } = incident;
  return [
    ...(transfer ? [{ id, card: <TransferCard incident={incident} transfer={transfer} /> }] : []),
    ...cards,
    ...newestFirst.map((proposal) => ({
      id: proposal.id,
      card: <ProposalCard incident={incident} proposal={proposal} />,
    })),
  ];
}

/** What this side must do something about comes first. */
function OpenCards(props: CardsProps) {
  const { incident } = props;
  const { client, user } = useLive();
  const pendingActions = pendingActionsOf(incident, client.store.contextOf(incident.id));
  const own = new Set(pendingActions.filter(({ by }) => by === user.country).map(({ about }) => about));
  const cards = cardsOf(props);
  const ordered = [...cards.filter(({ id }) => own.has(id)), ...cards.filter(({ id }) => !own.has(id))];
  return ordered.map(({ id, card }) => <Fragment key={id}>{card}</Fragment>);
}

export function Coordination({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("request");
  const { store } = useLive().client;
  const requests = useRelated("requestsOfIncident", incident.id);
  const proposals = useRelated("proposalsOfIncident", incident.id);
  useRelated("tasksOfIncident", incident.id);
  if (requests.length === 0 && proposals.length === 0 && !(isIncident(incident) && incident.transfer))
    return null;
  const { open, ended } = byOpenness(requests, (id) => store.get("tasks", id));
  return (
    <section aria-label={t("label")} className="grid gap-2 px-4 pb-2.5" data-testid="coordination">
      <OpenCards incident={incident} requests={open} proposals={proposals} />
      <EndedRequests requests={ended} />
    </section>
  );
}
