"use client";
/** The head of a group of the triage list; those that are folded can be opened. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { TriageGroup } from "@/domain/urgency/triage";
import { partnerOf } from "@/domain/vocabulary";
import { useUser } from "../../live/hooks/use-live";
import { Telephone } from "../../parts/clock/telephone";
import { type FoldedGroup, isFoldedGroup } from "./triage-items";

type Props = {
  group: TriageGroup;
  count: number;
  opened: readonly FoldedGroup[];
  onToggle: (group: FoldedGroup) => void;
};

const row =
  "flex h-[31px] w-full items-center justify-between gap-2 border-t bg-surface-1 px-3.5 text-desk-note font-semibold whitespace-nowrap text-ink-2";

function Title({ group, count }: Pick<Props, "group" | "count">) {
  const t = useTranslations("list");
  const number = <b className="font-semibold text-ink-1">{count}</b>;
  return (
    <span className="truncate">
      {group === "imported" ? number : null} {t(`group.${group}`)} {group === "imported" ? null : number}
    </span>
  );
}

export function TriageHead({ group, count, opened, onToggle }: Props) {
  const t = useTranslations("list");
  const { country } = useUser();
  const mark = { "data-testid": "triage-head", "data-group": group };
  if (!isFoldedGroup(group)) {
    return (
      <div {...mark} className={row}>
        <h3 className="truncate">
          <Title group={group} count={count} />
        </h3>
        {group === "partner" ? (
          <Telephone country={partnerOf(country)} brief className="text-desk-note font-normal" />
        ) : null}
      </div>
    );
  }
  const isOpen = opened.includes(group);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <h3>
      <button
        type="button"
        {...mark}
        className={row}
        aria-expanded={isOpen}
        title={t(isOpen ? "hide" : "show")}
        onClick={() => onToggle(group)}
      >
        <Title group={group} count={count} />
        <Chevron size={16} aria-hidden />
      </button>
    </h3>
  );
}
