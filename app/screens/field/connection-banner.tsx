"use client";
/** No connection, said plainly; and what waits to be sent, always by name. */
import { CloudUpload, OctagonAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "../../act/send-command";
import { clockTime } from "../../i18n/format";
import type { Pending } from "../../live/commands";
import { usePending } from "../../live/hooks/use-commands";
import { useConnection } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { type OutboxReport, reopen, useOutbox } from "../../parts/report/report-outbox";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

/** While a report is written only the sentence stands; what it means has been said. */
export function NoConnection({ brief }: { brief: boolean }) {
  const t = useTranslations("fieldScreen");
  const state = useTranslations("state");
  const connection = useConnection();
  if (connection.name !== "stale") return null;
  return (
    <section role="alert" data-testid="no-connection" className="bg-down px-4 py-2.5 text-on-down">
      <b className="block text-field-body leading-tight font-bold">
        {state("staleTitle", { time: clockTime(connection.since) })}
      </b>
      {brief ? null : <p className="text-field-detail leading-tight">{t("noConnectionText")}</p>}
    </section>
  );
}

type Waiting = "unsentReports" | "unsentSteps" | "unsentUnit";

/** What kind of thing a command on its way is, to the person who gave it. */
function waitingOf({ type }: Pending): Waiting {
  if (type.startsWith("incident.")) return "unsentReports";
  return type.startsWith("task.") ? "unsentSteps" : "unsentUnit";
}

export function WaitingLine() {
  const t = useTranslations("fieldScreen");
  const waiting = usePending().filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return null;
  const kinds = waiting.map(waitingOf);
  const named = (["unsentReports", "unsentSteps", "unsentUnit"] as const).flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [t(kind, { count })] : [];
  });
  return (
    <output data-testid="waiting" className="flex min-h-9 items-center gap-2 text-field-detail text-ink-2">
      <CloudUpload size={19} aria-hidden className="shrink-0 text-stale" />
      <span>
        <b className="font-semibold text-ink-1">{named.join(" · ")}</b> {t("notSent")}
      </span>
    </output>
  );
}

function OnItsWay({ leaving, pending }: { leaving: OutboxReport; pending: Pending | undefined }) {
  const t = useTranslations("fieldScreen");
  const kinds = useTranslations("kind");
  const kind = leaving.draft.kind ? kinds(leaving.draft.kind) : "";
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

function TurnedDown({ leaving, onOpen }: { leaving: OutboxReport; onOpen: () => void }) {
  const t = useTranslations("fieldScreen");
  const report = useTranslations("report");
  const kinds = useTranslations("kind");
  const errorText = useErrorText();
  const open = () => {
    if (reopen(leaving)) onOpen();
    else toast("bad", t("otherDraft"));
  };
  return (
    <section role="alert" data-testid="turned-down" className="grid gap-2 border-b bg-surface-2 px-4 py-2.5">
      <p className="text-field-body leading-tight">
        <b className="flex items-center gap-2 font-semibold text-clock-alarm">
          <OctagonAlert size={18} aria-hidden className="shrink-0" />
          {t("notReported", { kind: leaving.draft.kind ? kinds(leaving.draft.kind) : "" })}
        </b>
        {leaving.error ? errorText(leaving.error) : null} {report("kept")}
      </p>
      <Button className="h-12 text-field-body" onClick={open}>
        {t("openAgain")}
      </Button>
    </section>
  );
}

/** Reports on their way, and those that were turned down with all that was typed. */
export function OutboxReports({ onOpen }: { onOpen: () => void }) {
  const leaving = useOutbox(useUser().username);
  const pending = usePending();
  return leaving.map((one) =>
    one.error ? (
      <TurnedDown key={one.subject} leaving={one} onOpen={onOpen} />
    ) : (
      <OnItsWay
        key={one.subject}
        leaving={one}
        pending={pending.find(({ subject }) => subject === one.subject)}
      />
    ),
  );
}
