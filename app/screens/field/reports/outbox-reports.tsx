"use client";
/** Reports being sent, and those that were denied with all that was typed. */
import { CloudUpload, OctagonAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "../../../act/send-command";
import type { Pending } from "../../../live/commands";
import { usePending } from "../../../live/hooks/use-commands";
import { useUser } from "../../../live/hooks/use-live";
import { type OutboxReport, reopen, useOutbox } from "../../../parts/report/report-outbox";
import { Button } from "../../../ui/button";
import { toast } from "../../../ui/toast";

function OnItsWay({ report, pending }: { report: OutboxReport; pending: Pending | undefined }) {
  const t = useTranslations("fieldScreen");
  const kinds = useTranslations("kind");
  const kind = report.draft.kind ? kinds(report.draft.kind) : "";
  return (
    <p
      role="status"
      data-testid="leaving"
      data-state={pending?.state ?? "sending"}
      className="flex min-h-12 items-center gap-2.5 border-b bg-surface-2 px-4 text-field-body leading-tight"
    >
      <CloudUpload size={19} aria-hidden className="shrink-0 text-catching" />
      {t(pending?.state === "waiting" ? "waitingReport" : "sendingReport", { kind })}
    </p>
  );
}

function TurnedDown({ report, onOpen }: { report: OutboxReport; onOpen: () => void }) {
  const t = useTranslations("fieldScreen");
  const texts = useTranslations("report");
  const kinds = useTranslations("kind");
  const errorText = useErrorText();
  const open = () => {
    if (reopen(report)) onOpen();
    else toast("bad", t("otherDraft"));
  };
  return (
    <section role="alert" data-testid="turned-down" className="grid gap-2 border-b bg-surface-2 px-4 py-2.5">
      <p className="text-field-body leading-tight">
        <b className="flex items-center gap-2 font-semibold text-clock-alarm">
          <OctagonAlert size={18} aria-hidden className="shrink-0" />
          {t("notReported", { kind: report.draft.kind ? kinds(report.draft.kind) : "" })}
        </b>
        {report.error ? errorText(report.error) : null} {texts("kept")}
      </p>
      <Button className="h-12 text-field-body" onClick={open}>
        {t("openAgain")}
      </Button>
    </section>
  );
}

export function OutboxReports({ onOpen }: { onOpen: () => void }) {
  const reports = useOutbox(useUser().username);
  const pending = usePending();
  return reports.map((one) =>
    one.error ? (
      <TurnedDown key={one.subject} report={one} onOpen={onOpen} />
    ) : (
      <OnItsWay
        key={one.subject}
        report={one}
        pending={pending.find(({ subject }) => subject === one.subject)}
      />
    ),
  );
}
