"use client";
/** Reports being sent, and those that were denied with all that was typed. */
import { CloudUpload, OctagonAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "../../../act/send-command";
import type { Pending } from "../../../live/commands";
import { usePending } from "../../../live/hooks/use-commands";
import { useUser } from "../../../live/hooks/use-live";
import { AlreadyReported } from "../../../parts/report/already-reported";
import { complete, type OutboxReport, reopen, useOutbox } from "../../../parts/report/report-outbox";
import { useReported } from "../../../parts/report/use-reported";
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

type ReportProps = { report: OutboxReport; onOpen: () => void };

/** Opens a report again for its author; as another one where its subject is taken by what cannot be found. */
function useOpenAgain({ report, onOpen }: ReportProps): (asAnother: boolean) => void {
  const t = useTranslations("fieldScreen");
  return (asAnother) => {
    if (reopen(report, asAnother)) onOpen();
    else toast("bad", t("otherDraft"));
  };
}

function TurnedDown({ report, onOpen }: ReportProps) {
  const t = useTranslations("fieldScreen");
  const texts = useTranslations("report");
  const kinds = useTranslations("kind");
  const errorText = useErrorText();
  const openAgain = useOpenAgain({ report, onOpen });
  const { error } = report;
  const kind = report.draft.kind ? kinds(report.draft.kind) : "";
  // Without a reason no answer came at all: whether it arrived is not known.
  const isUnknown = error?.code === "unavailable" && error.reason === undefined;
  return (
    <section
      role="alert"
      data-testid="turned-down"
      data-unknown={isUnknown || undefined}
      className="grid gap-2 border-b bg-surface-2 px-4 py-2.5"
    >
      <p className="text-field-body leading-tight">
        <b className="flex items-center gap-2 font-semibold text-clock-alarm">
          <OctagonAlert size={18} aria-hidden className="shrink-0" />
          {t(isUnknown ? "noAnswer" : "notReported", { kind })}
        </b>
        {isUnknown ? t("noAnswerText") : error ? errorText(error) : null} {texts("kept")}
      </p>
      <Button className="h-12 text-field-body" onClick={() => openAgain(error?.reason === "subject-taken")}>
        {t("openAgain")}
      </Button>
    </section>
  );
}

/** A report without a good answer: it was turned down, or it had arrived all the same. */
function Unanswered({ report, onOpen }: ReportProps) {
  const record = useReported(report.subject);
  const openAgain = useOpenAgain({ report, onOpen });
  if (!record) return <TurnedDown report={report} onOpen={onOpen} />;
  return (
    <AlreadyReported
      field
      record={record}
      draft={report.draft}
      attempts={report.attempts}
      onDone={() => complete(report.subject)}
      onAnother={() => openAgain(true)}
    />
  );
}

export function OutboxReports({ onOpen }: { onOpen: () => void }) {
  const reports = useOutbox(useUser().username);
  const pending = usePending();
  return reports.map((one) =>
    one.error ? (
      <Unanswered key={one.subject} report={one} onOpen={onOpen} />
    ) : (
      <OnItsWay
        key={one.subject}
        report={one}
        pending={pending.find(({ subject }) => subject === one.subject)}
      />
    ),
  );
}
