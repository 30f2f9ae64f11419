"use client";
/** An incident on its way to the other country: who must act, on both sides, until the owner has completed it. */
import { ArrowLeftRight, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import { partnerOf } from "@/domain/vocabulary";
import { ReasonForm } from "../../act/ask-form";
import { canSend } from "../../act/can-send";
import { useSendCommand } from "../../act/send-command";
import { useFormats } from "../../i18n/format";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { NextMoveLine } from "./next-move-line";

type Transfer = NonNullable<Incident["transfer"]>;

function Steps({ incident }: { incident: Incident }) {
  const t = useTranslations("transfer");
  const { client, user } = useLive();
  const run = useSendCommand();
  const sending = usePending(incident.id).length > 0;
  const [declining, decline] = useState(false);
  const may = (type: "transfer.accept" | "transfer.complete"): boolean => {
    const { show, denial } = canSend(client.store, user, type, incident.id, {});
    return show && denial === undefined;
  };
  return (
    <div className="flex flex-wrap gap-1.5">
      {may("transfer.accept") ? (
        <>
          <Button
            size="small"
            look="primary"
            data-step="acceptTransfer"
            disabled={sending}
            onClick={() => void run("transfer.accept", incident.id, {})}
          >
            {t("accept")}
          </Button>
          <Button size="small" data-step="declineTransfer" disabled={sending} onClick={() => decline(true)}>
            {t("decline")}
          </Button>
        </>
      ) : null}
      {may("transfer.complete") ? (
        <Button
          size="small"
          look="primary"
          data-step="completeTransfer"
          disabled={sending}
          onClick={() => void run("transfer.complete", incident.id, {})}
        >
          {t("complete")}
        </Button>
      ) : null}
      {declining ? (
        <Dialog open onOpenChange={decline} title={t("declineTitle", { ref: incident.ref })}>
          <ReasonForm
            label={t("decline")}
            send={(send, reason) => send("transfer.decline", incident.id, { reason })}
            onDone={() => decline(false)}
          />
        </Dialog>
      ) : null}
    </div>
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
  const { store } = useLive().client;
  const debt = pendingActionsOf(incident, store.contextOf(incident.id)).find(({ name }) =>
    name.endsWith("-transfer"),
  );
  return (
    <article
      aria-label={t("title", { country: names(partnerOf(incident.owner)) })}
      data-testid="transfer-card"
      className="grid gap-1.5 rounded-2 border border-line-strong bg-surface-2 px-3 py-2"
    >
      {debt ? (
        <NextMoveLine
          ball={{ countries: [debt.by], word: debt.name, since: debt.since }}
          sinceClassName="text-desk-note"
        />
      ) : null}
      <h3 className="flex items-center gap-2 text-desk-row font-semibold">
        <ArrowLeftRight size={15} aria-hidden className="text-ink-2" />
        {t("title", { country: names(partnerOf(incident.owner)) })}
      </h3>
      <Said transfer={transfer} />
      {debt && incident.national?.protection === "raised" ? (
        <p className="flex items-start gap-1.5 text-desk-body font-semibold text-stale">
          <ShieldAlert size={15} aria-hidden className="mt-0.5 shrink-0" /> {t("blocked")}
        </p>
      ) : null}
      {debt ? <Steps incident={incident} /> : null}
    </article>
  );
}
