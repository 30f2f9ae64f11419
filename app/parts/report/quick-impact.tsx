"use client";
/** The impact, for a thumb: the worst first, and danger to life beside it. */
import { useTranslations } from "use-intl";
import { type Impact, impacts } from "@/domain/vocabulary";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { classes } from "../../ui/classes";
import type { Draft } from "./draft";
import { DangerCheck } from "./fields";
import { byThumb } from "./thumb";

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void; onImpact: (impact: Impact) => void };

export function QuickImpact({ draft, onChange, onImpact }: Props) {
  const names = useTranslations("impact");
  return (
    <div className="mt-auto grid gap-2.5">
      <div className={classes("mb-1 rounded-3 border border-line-strong bg-surface-2 p-3", byThumb)}>
        <DangerCheck draft={draft} onChange={onChange} />
      </div>
      {impacts.toReversed().map((impact) => (
        <button
          key={impact}
          type="button"
          data-impact={impact}
          aria-pressed={draft.impact === impact}
          className="flex min-h-[76px] items-center gap-4 rounded-3 border border-line-strong bg-surface-2 px-4 text-left text-field-title font-semibold aria-pressed:border-2 aria-pressed:border-ink-1 aria-pressed:bg-surface-3"
          onClick={() => onImpact(impact)}
        >
          <span className="flex w-14 justify-center">
            <IncidentSymbol
              kind={draft.kind}
              impact={impact}
              ring="unshared"
              size={impact === "very-high" ? 40 : 46}
            />
          </span>
          {names(impact)}
        </button>
      ))}
    </div>
  );
}
