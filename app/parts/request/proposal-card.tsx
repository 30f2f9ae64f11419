"use client";
/** A change the other side proposes: before and after, and what was decided. The outcome stays until archived. */
import { Check, MoveRight, PencilLine, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Proposal } from "@/domain/proposal/schema";
import { ReasonForm } from "../../act/ask-form";
import { canSend } from "../../act/can-send";
import { useSendCommand } from "../../act/send-command";
import { useFormats } from "../../i18n/format";
import { usePending } from "../../live/hooks/use-commands";
import { useHeads } from "../../live/hooks/use-connection";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { CountryPlate } from "../../ui/country";
import { Dialog } from "../../ui/dialog";
import { useFactText } from "../incident/fact-text";
import { changedFields, factsOf } from "./changes";
import { NextMoveLine } from "./next-move-line";
import { isUnsent } from "./state";

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
          <span className="block text-ink-2">{request("reason", { text: answered.reason })}</span>
        ) : null}
      </span>
    </p>
  );
}

function Decide({ proposal }: Pick<Props, "proposal">) {
  const t = useTranslations("proposal");
  const names = useTranslations("country");
  const { client, user } = useLive();
  const run = useSendCommand();
  const sending = usePending(proposal.id).length > 0;
  const [declining, decline] = useState(false);
  if (!canSend(client.store, user, "proposal.decline", proposal.id, { reason: "-" }).show) return null;
  const accept = () => void run("proposal.accept", proposal.id, {});
  return (
    <div className="flex flex-wrap gap-1.5 pt-0.5">
      <Button size="small" look="primary" data-step="acceptProposal" disabled={sending} onClick={accept}>
        <Check size={14} aria-hidden /> {t("accept")}
      </Button>
      <Button size="small" data-step="declineProposal" disabled={sending} onClick={() => decline(true)}>
        <X size={14} aria-hidden /> {t("decline")}
      </Button>
      {declining ? (
        <Dialog
          open
          onOpenChange={decline}
          title={t("declineTitle")}
          text={t("declineText", { country: names(proposal.from) })}
        >
          <ReasonForm
            label={t("decline")}
            send={(send, reason) => send("proposal.decline", proposal.id, { reason })}
            onDone={() => decline(false)}
          />
        </Dialog>
      ) : null}
    </div>
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
  const open = !answered && from !== incident.owner;
  const unsent = isUnsent({ at: made.at, by: from }, user.country, partner);
  return (
    <article
      aria-label={t("title")}
      data-testid="proposal-card"
      className="grid gap-1.5 rounded-2 border border-line-strong bg-surface-2 px-3 py-2"
    >
      {open ? (
        <NextMoveLine
          ball={{ countries: [incident.owner], word: "decide-proposal", since: made.at }}
          sinceClassName="text-desk-note"
        />
      ) : null}
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
      {open ? <Decide proposal={proposal} /> : null}
    </article>
  );
}
