"use client";
/** A change the other side proposes: before and after, and what was decided. The outcome stays until archived. */
import { Check, MoveRight, PencilLine, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { isUnsent } from "@/domain/freshness/unsent";
import type { Incident } from "@/domain/incident/schema";
import { nextMoveIn } from "@/domain/pending-actions/next-move";
import { proposalPendingActions } from "@/domain/pending-actions/pending-actions";
import type { Proposal } from "@/domain/proposal/schema";
import { actions } from "../../act/actions";
import { offers } from "../../act/offers";
import { useFormats } from "../../i18n/format";
import { useHeads } from "../../live/hooks/use-connection";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { CountryPlate } from "../../ui/country";
import { useFactText } from "../incident/fact-text";
import { useReasonText } from "../incident/reason-text";
import { changedFields, factsOf } from "./changes";
import { DecisionBar } from "./decision-bar";
import { NextMoveLine } from "./next-move-line";

type Props = { incident: Incident; proposal: Proposal };

/** Field by field: what stands now and what it would become; once decided, what was proposed. */
function Changes({ incident, proposal }: Props) {
  const t = useTranslations("proposal");
  const field = useTranslations("field");
  const text = useFactText();
  const before = factsOf(incident);
  return (
    <dl className="grid grid-cols-[minmax(70px,auto)_1fr] gap-x-3 gap-y-0.5 text-desk-body">
      {changedFields(proposal).map((name) => (
        <div key={name} className="contents" data-field={name}>
          <dt className="text-ink-2">{field(name)}</dt>
          <dd className="min-w-0 break-words">
            {proposal.answered ? null : (
              <>
                <span className="text-ink-2">{text(before, name)}</span>
                <MoveRight size={13} aria-label={t("becomes")} className="mx-1.5 inline" />
              </>
            )}
            <b className="font-semibold">{text(proposal.changes, name)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Outcome({ proposal }: { proposal: Proposal }) {
  const t = useTranslations("proposal");
  const request = useTranslations("request");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const reasonText = useReasonText();
  const { answered, status } = proposal;
  if (!answered || status === "made") return null;
  const Icon = status === "accepted" ? Check : X;
  return (
    <p
      className="flex items-start gap-1.5 text-desk-body"
      data-testid="proposal-outcome"
      data-status={status}
    >
      <Icon size={15} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0 break-words">
        <b className="font-semibold">{t(status, { desk: answered.desk, time: moment(answered.at, now) })}</b>
        {answered.reason ? (
          <span className="block text-ink-2">{request("reason", { text: reasonText(answered.reason) })}</span>
        ) : null}
      </span>
    </p>
  );
}

function Decision({ proposal }: Pick<Props, "proposal">) {
  const t = useTranslations("proposal");
  const names = useTranslations("country");
  const { client, user } = useLive();
  const offered = offers("proposal", { entity: proposal, user, store: client.store });
  if (offered.length === 0) return null;
  return (
    <DecisionBar
      of="Proposal"
      subject={proposal.id}
      offered={offered}
      labelOf={(name) => t(name)}
      decline={{
        label: t("decline"),
        type: actions.proposal.decline.type,
        title: t("declineTitle"),
        text: t("declineText", { country: names(proposal.from) }),
      }}
    />
  );
}

export function ProposalCard({ incident, proposal }: Props) {
  const t = useTranslations("proposal");
  const request = useTranslations("request");
  const names = useTranslations("country");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const user = useUser();
  const partner = useHeads()?.partner;
  const { made, from, answered } = proposal;
  const nextMove = nextMoveIn(proposalPendingActions(incident, proposal));
  const unsent = isUnsent({ at: made.at, by: from }, user.country, partner);
  return (
    <article
      aria-label={t("title")}
      data-testid="proposal-card"
      className="grid gap-1.5 rounded-2 border border-line-strong bg-surface-2 px-3 py-2"
    >
      {nextMove ? <NextMoveLine nextMove={nextMove} sinceClassName="text-desk-note" /> : null}
      <div className="flex flex-wrap items-center gap-x-2">
        <PencilLine size={14} aria-hidden className="text-ink-2" />
        <h3 className="text-desk-row font-semibold">{t("title")}</h3>
        <span className="flex items-center gap-1.5 text-desk-note text-ink-2">
          <CountryPlate country={from} className="text-desk-note" />
          {t("by", { desk: made.desk, time: moment(made.at, now) })}
        </span>
      </div>
      <Changes incident={incident} proposal={proposal} />
      {unsent && !answered ? (
        <p className="font-semibold text-stale">{request("notSent", { country: names(incident.owner) })}</p>
      ) : null}
      <Outcome proposal={proposal} />
      {nextMove ? <Decision proposal={proposal} /> : null}
    </article>
  );
}
