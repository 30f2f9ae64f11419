"use client";
/** Says how many incidents a filter keeps off the map, and clears it: an empty map must not be read as *no incidents*. */
import { ListFilter, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { MapEngine } from "../../map/map-view";

type Props = { engine: MapEngine; onClear: () => void; className?: string };

export function HiddenNote({ engine, onClear, className }: Props) {
  const t = useTranslations("map");
  const list = useTranslations("list");
  const [count, setCount] = useState(0);
  useEffect(() => engine.onHidden(setCount), [engine]);
  return (
    <div role="status" className={className}>
      {count > 0 ? (
        <p
          data-testid="hidden-by-filter"
          className="flex w-max items-center gap-1.5 rounded-2 border border-line-strong bg-surface-1 py-0.5 pr-1 pl-2.5 text-desk-body text-ink-1 shadow-lift"
        >
          <ListFilter size={14} aria-hidden />
          {t("hidden", { count })}
          <button
            type="button"
            aria-label={list("clear")}
            title={list("clear")}
            onClick={onClear}
            className="grid size-6 place-items-center rounded-1 hover:bg-surface-3"
          >
            <X size={14} aria-hidden />
          </button>
        </p>
      ) : null}
    </div>
  );
}
