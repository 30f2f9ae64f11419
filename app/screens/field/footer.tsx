"use client";
/** The three things always within a thumb's reach: own reports, a new report, the own unit. */
import { ClipboardList, FileText, Plus, User } from "lucide-react";
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import { useUser } from "../../live/hooks/use-live";
import { WaitingLine } from "./connection-banner";
import { useMyReports } from "./reports/own-reports";

const side =
  "w-[78px] relative grid min-h-[60px] place-content-center justify-items-center gap-0.5 rounded-[12px] border border-line-strong px-1 py-1 text-center text-field-note leading-tight hover:bg-surface-3 aria-pressed:border-ink-1 aria-pressed:bg-surface-3";

export type View = "task" | "reports";
type Props = {
  view: View;
  /** Without a task there is nothing to go back and forth between. */
  hasTask: boolean;
  onView: (view: View) => void;
  onReport: () => void;
  onUnit: () => void;
};

export function Footer({ view, hasTask, onView, onReport, onUnit }: Props) {
  const t = useTranslations("fieldScreen");
  const unit = useTranslations("myUnit");
  const user = useUser();
  const count = useMyReports().length;
  const mayReport = roleMay(user.role, "incident.report");
  const other = view === "task" ? "reports" : "task";
  const Icon = other === "reports" ? FileText : ClipboardList;
  return (
    <footer className="border-t bg-surface-1 px-4 pt-2.5 pb-3">
      <WaitingLine />
      <nav aria-label={t("actions")} className="flex gap-2.5">
        {hasTask ? (
          <button type="button" data-testid="view" className={side} onClick={() => onView(other)}>
            <Icon size={21} aria-hidden />
            {t(other)}
            {other === "reports" && count > 0 ? (
              <em className="absolute top-1 right-2 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-ink-1 px-1 text-field-note leading-none font-bold text-ink-inverse not-italic">
                {count}
              </em>
            ) : null}
          </button>
        ) : null}
        {mayReport ? (
          <button
            type="button"
            data-testid="report"
            className="flex min-h-[60px] flex-1 items-center justify-center gap-2.5 rounded-[12px] border-2 border-ink-1 bg-surface-2 text-field-title font-bold hover:bg-surface-3"
            onClick={onReport}
          >
            <Plus size={24} aria-hidden /> {t("report")}
          </button>
        ) : null}
        <button type="button" data-testid="my-unit" className={side} onClick={onUnit}>
          <User size={21} aria-hidden />
          {unit("short")}
        </button>
      </nav>
    </footer>
  );
}
