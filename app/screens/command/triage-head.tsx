"use client";
/** The head of a group of the triage list; the group of closed incidents can be expanded. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TriageGroup } from "@/domain/urgency/triage";
import { partnerOf } from "@/domain/vocabulary";
import { useUser } from "../../live/hooks/use-live";
import { Telephone } from "../../parts/clock/telephone";

type Props = { group: TriageGroup; count: number; closedShown: boolean; onToggle: () => void };

export function TriageHead({ group, count, closedShown, onToggle }: Props) {
  const t = useTranslations("list");
  const { country } = useUser();
  const Chevron = closedShown ? ChevronDown : ChevronRight;
  return (
    <div
      data-testid="triage-head"
      data-group={group}
      className="flex h-[31px] items-center justify-between gap-2 border-t bg-surface-1 px-3.5 text-desk-note font-semibold whitespace-nowrap text-ink-2"
    >
      <h3 className="truncate">
        {t(`group.${group}`)} <b className="ml-1 font-semibold text-ink-1">{count}</b>
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
      ) : null}
      {group === "partner" ? <Telephone country={partnerOf(country)} className="text-desk-note" /> : null}
    </div>
  );
}
