"use client";
/** That there is no connection; and what waits to be sent, by name. */
import { CloudUpload } from "lucide-react";
import { useTranslations } from "use-intl";
import { clockTime } from "../../i18n/format";
import type { Pending } from "../../live/commands";
import { usePending } from "../../live/hooks/use-commands";
import { useConnection } from "../../live/hooks/use-connection";

/** `brief`: only the title, while a report is being written. */
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

/** What a pending command is to the officer who sent it. */
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
