"use client";
import { useTranslations } from "use-intl";
import { impacts } from "@/domain/vocabulary";
import { useRanking } from "../../live/hooks/use-ranking";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";

/** Open incidents by impact: a count and the legend of the shapes in one. */
export function ImpactCounts() {
  const t = useTranslations("impact");
  const label = useTranslations("wall")("byImpact");
  const ranking = useRanking("newest");
  return (
    <dl
      aria-label={label}
      className="absolute bottom-[1.5rem] left-[1.5rem] z-10 flex rounded-3 bg-surface-1 px-[0.5rem] py-[0.75rem] shadow-lift"
    >
      {[...impacts].reverse().map((impact) => (
        <div
          key={impact}
          className="grid grid-cols-[3.4rem_auto] items-center gap-x-[0.6rem] border-l px-[1.1rem] first:border-l-0"
        >
          <IncidentSymbol
            impact={impact}
            ring="unshared"
            size={48}
            style={{ width: "3.2rem", height: "3.5rem" }}
          />
          <dd className="text-wall-figure font-semibold">{ranking.count(impact)}</dd>
          <dt className="col-span-2 text-wall-note text-ink-2">{t(impact)}</dt>
        </div>
      ))}
    </dl>
  );
}
