"use client";
/** An offered transfer of ownership: who must act, on both sides, until the owner has completed it. */
import { ArrowLeftRight, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { nextMoveIn } from "@/domain/pending-actions/next-move";
import { transferPendingActions } from "@/domain/pending-actions/pending-actions";
import { partnerOf } from "@/domain/vocabulary";
import { actions } from "../../act/actions";
import { offers } from "../../act/offers";
import { useFormats } from "../../i18n/format";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { CompleteTransferDialog } from "./complete-transfer";
import { DecisionBar } from "./decision-bar";
import { NextMoveLine } from "./next-move-line";

type Transfer = NonNullable<Incident["transfer"]>;

function Decision({ incident }: { incident: Incident }) {
  const t = useTranslations("transfer");
  const { client, user } = useLive();
  const [isCompleting, setIsCompleting] = useState(false);
  return (
    <>
      <DecisionBar
        of="Transfer"
        onForm={() => setIsCompleting(true)}
        subject={incident.id}
        offered={offers("transfer", { entity: incident, user, store: client.store })}
        labelOf={(name) => t(name)}
        decline={{
          label: t("decline"),
          type: actions.transfer.decline.type,
          title: t("declineTitle", { ref: incident.ref }),
        }}
      />
      {isCompleting ? (
        <CompleteTransferDialog incident={incident} onDone={() => setIsCompleting(false)} />
      ) : null}
    </>
  );
}

function Said({ transfer }: { transfer: Transfer }) {
  const t = useTranslations("transfer");
  const request = useTranslations("request");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { offered, answered } = transfer;
  return (
    <div className="text-desk-body break-words text-ink-2">
      <p>
        {t("offered", { desk: offered.desk, time: moment(offered.at, now) })}
        {offered.reason ? ` · ${request("reason", { text: offered.reason })}` : null}
      </p>
      {answered ? (
        <p className="text-ink-1">
          {t(answered.state, { desk: answered.desk, time: moment(answered.at, now) })}
          {answered.reason ? ` · ${request("reason", { text: answered.reason })}` : null}
        </p>
      ) : null}
    </div>
  );
}

export function TransferCard({ incident, transfer }: { incident: Incident; transfer: Transfer }) {
  const t = useTranslations("transfer");
  const names = useTranslations("country");
  const nextMove = nextMoveIn(transferPendingActions(incident));
  return (
    <article
      aria-label={t("title", { country: names(partnerOf(incident.owner)) })}
      data-testid="transfer-card"
      className="grid gap-1.5 rounded-2 border border-line-strong bg-surface-2 px-3 py-2"
    >
      {nextMove ? <NextMoveLine nextMove={nextMove} sinceClassName="text-desk-note" /> : null}
      <h3 className="flex items-center gap-2 text-desk-row font-semibold">
        <ArrowLeftRight size={15} aria-hidden className="text-ink-2" />
        {t("title", { country: names(partnerOf(incident.owner)) })}
      </h3>
      <Said transfer={transfer} />
      {nextMove && incident.national?.protection === "raised" ? (
        <p className="flex items-start gap-1.5 text-desk-body font-semibold text-stale">
          <ShieldAlert size={15} aria-hidden className="mt-0.5 shrink-0" /> {t("blocked")}
        </p>
      ) : null}
      {nextMove ? <Decision incident={incident} /> : null}
    </article>
  );
}
