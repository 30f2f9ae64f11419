"use client";
/** The partner's event that waits: its header, why it waits, and the decision about it. */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldReport } from "@/domain/protocol/held";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { fetchHeld } from "../../live/held";
import { useUser } from "../../live/hooks/use-live";
import { Dialog } from "../../ui/dialog";
import { HeldDecisionForm } from "./held-decision-form";
import { useHeldReason } from "./held-reason";
import { Received } from "./received";

type Loaded = HeldReport | "loading" | "failed";

function useReport(): { report: Loaded; again: () => Promise<void> } {
  const [report, setReport] = useState<Loaded>("loading");
  const again = useCallback(
    () =>
      fetchHeld().then(
        (found) => setReport(found),
        () => setReport("failed"),
      ),
    [],
  );
  useEffect(() => void again(), [again]);
  return { report, again };
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[9rem_1fr] gap-3 border-t py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<HeldReport["waiting"]> }) {
  const t = useTranslations("link");
  const reasonOf = useHeldReason();
  return (
    <>
      <dl className="text-desk-body">
        <Row label={t("why")}>
          {reasonOf(waiting)} <code className="text-desk-note text-ink-2">{waiting.reason}</code>
        </Row>
        {waiting.type ? (
          <Row label={t("type")}>
            <code>{waiting.type}</code>
          </Row>
        ) : null}
        <Row label={t("since")}>{clockTime(Date.parse(waiting.since))}</Row>
      </dl>
      <p className="mt-2">{t("behind", { count: waiting.behind })}</p>
      {waiting.others > 0 ? <p className="mt-1 font-semibold">{t("others")}</p> : null}
      <Received label={t("header")} text={waiting.header} />
    </>
  );
}

function Decisions({ decisions }: Pick<HeldReport, "decisions">) {
  const t = useTranslations("link");
  const { day } = useFormats();
  if (decisions.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-desk-note text-ink-2">{t("decisions")}</summary>
      <ul className="mt-1 text-desk-note">
        {decisions.map(({ at, seq, action, desk, reason }) => (
          <li key={`${at} ${seq} ${action}`} className="border-t py-1 break-words">
            {day(Date.parse(at))} {clockTime(Date.parse(at))} · {t("number", { seq })} · {t(action)} · {desk}
            {reason ? ` · ${reason}` : ""}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function HeldDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("link");
  const country = useTranslations("country")(partnerOf(useUser().country));
  const { report, again } = useReport();
  const waiting = typeof report === "object" ? report.waiting : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={waiting ? t("title", { country, seq: waiting.seq }) : t("look")}
      className="max-w-2xl"
    >
      <div data-testid="held-dialog">
        {report === "failed" ? <p role="alert">{t("failed")}</p> : null}
        {typeof report === "object" && !waiting ? <p>{t("nothing")}</p> : null}
        {waiting ? (
          <>
            <Waiting waiting={waiting} />
            <HeldDecisionForm seq={waiting.seq} onDecided={again} />
          </>
        ) : null}
        {typeof report === "object" ? <Decisions decisions={report.decisions} /> : null}
      </div>
    </Dialog>
  );
}
