"use client";
/** All that goes on with the other side about one incident: what is open as cards, what has ended as lines. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { useLive } from "../live/hooks";
import { useRelated } from "../live/response-hooks";
import { ProposalCard } from "./proposal-card";
import { EndedRequest, RequestCard } from "./request-card";
import { byOpenness } from "./state";
import { TransferCard } from "./transfer-card";

/** More ended ones than these wait behind one press. */
const endedInSight = 2;

export function Coordination({ incident }: { incident: Incident }) {
  const t = useTranslations("request");
  const { store } = useLive().client;
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
  return (
    <section aria-label={t("label")} className="grid gap-2 px-4 pb-2.5" data-testid="coordination">
      {transfer ? <TransferCard incident={incident} transfer={transfer} /> : null}
      {open.map((request) => (
        <RequestCard key={request.id} incident={incident} request={request} />
      ))}
      {newestFirst.map((proposal) => (
        <ProposalCard key={proposal.id} incident={incident} proposal={proposal} />
      ))}
      {shown.map((request) => (
        <EndedRequest key={request.id} request={request} />
      ))}
      {ended.length > endedInSight ? (
        <button
          type="button"
          aria-expanded={all}
          className="flex items-center gap-1 text-left text-[12px] text-ink-2 hover:text-ink-1"
          onClick={() => showAll(!all)}
        >
          <Chevron size={14} aria-hidden /> {t("ended", { count: ended.length })}
        </button>
      ) : null}
    </section>
  );
}
