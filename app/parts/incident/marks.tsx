"use client";
/** Codes of handling and grading, each with its meaning as a tooltip. */
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Handling } from "@/domain/vocabulary";
import { Tooltip } from "../../ui/tooltip";

export function HandlingMark({ handling }: { handling: Handling }) {
  const t = useTranslations("handling");
  return (
    <Tooltip text={t(handling)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning of the code must be reachable with the keyboard */}
      <span tabIndex={0} className="rounded-1 border border-line-strong px-1.5 text-desk-note text-ink-2">
        {handling}
      </span>
    </Tooltip>
  );
}

export function GradingMark({ grading }: { grading: Incident["grading"] }) {
  const source = useTranslations("gradeSource");
  const info = useTranslations("gradeInfo");
  return (
    <Tooltip text={`${source(grading.source)} · ${info(grading.info)}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning of the code must be reachable with the keyboard */}
      <span tabIndex={0} className="rounded-1 border border-line-strong px-1.5 text-desk-note text-ink-2">
        {grading.source}
        {grading.info}
      </span>
    </Tooltip>
  );
}
