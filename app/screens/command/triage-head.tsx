"use client";
/** The head of a group of the triage list; the group of closed incidents can be expanded. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TriageGroup } from "@/domain/urgency/triage";

type Props = { group: TriageGroup; count: number; closedShown: boolean; onToggle: () => void };

export function TriageHead({ group, count, closedShown, onToggle }: Props) {
  const t = useTranslations("list");
  const Chevron = closedShown ? ChevronDown : ChevronRight;
  return (
    <div className="flex h-[31px] items-center justify-between border-t bg-surface-1 px-3.5 text-desk-note font-semibold text-ink-2">
      <h3>
        {t(group)} <b className="ml-1 font-semibold text-ink-1">{count}</b>
      </h3>
      {group === "closed" ? (
        <button
          type="button"
          aria-expanded={closedShown}
          aria-label={t(closedShown ? "hide" : "show")}
          onClick={onToggle}
        >
          <Chevron size={16} aria-hidden />
        </button>
      ) : (
        <span className="font-normal text-ink-3">{group === "needs" ? t("newest") : null}</span>
      )}
    </div>
  );
}
