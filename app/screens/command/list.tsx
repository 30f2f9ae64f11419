"use client";
/** The triage list: virtual, so that thousands cost no more than what is in sight. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { clockTime } from "../../i18n/format";
import { useHasPicture } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { useTriage } from "../../live/hooks/use-triage";
import { useNow } from "../../live/ticker";
import { type Group, groups, type Triage } from "../../live/views/triage";
import { IncidentRow } from "../../parts/incident/incident-row";
import { Empty } from "../../ui/empty";
import { ScrollRegion } from "../../ui/scroll";
import { useShortcuts } from "../../ui/shortcuts";
import { useDesk } from "./desk";
import { Filters } from "./filters";
import { Skeleton } from "./skeleton";

type Item = { type: "head"; group: Group; count: number } | { type: "row"; id: string };
const heights: Record<Item["type"], number> = { head: 31, row: 78 };

function itemsOf(triage: Triage, closedShown: boolean): Item[] {
  return groups.flatMap((group): Item[] => {
    const ids = triage.ids(group);
    if (ids.length === 0) return [];
    const rows = group === "closed" && !closedShown ? [] : ids.map((id): Item => ({ type: "row", id }));
    return [{ type: "head", group, count: ids.length }, ...rows];
  });
}

type HeadProps = { group: Group; count: number; closedShown: boolean; onToggle: () => void };

function Head({ group, count, closedShown, onToggle }: HeadProps) {
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

/** Ids that came while the list was open get a short highlight. */
function useFresh(items: readonly Item[]): ReadonlySet<string> {
  const seen = useRef<Set<string> | undefined>(undefined);
  const fresh = new Set<string>();
  for (const item of items) {
    if (item.type === "row" && seen.current && !seen.current.has(item.id)) fresh.add(item.id);
  }
  useEffect(() => {
    const ids = items.flatMap((item) => (item.type === "row" ? [item.id] : []));
    if (ids.length > 0 || seen.current) seen.current = new Set([...(seen.current ?? []), ...ids]);
  }, [items]);
  return fresh;
}

function Hint() {
  const t = useTranslations("list");
  return (
    <p className="flex gap-3.5 border-t px-3.5 py-2 text-desk-note whitespace-nowrap text-ink-2">
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t("move")}
      </span>
      <span>
        <kbd>A</kbd> {t("markRead")}
      </span>
      <span>
        <kbd>?</kbd> {t("allKeys")}
      </span>
    </p>
  );
}

export function TriageList() {
  const t = useTranslations("list");
  const { filter, selected, act } = useDesk();
  const user = useUser();
  const triage = useTriage(filter);
  const ready = useHasPicture();
  const now = useNow(60_000);
  const [closedShown, showClosed] = useState(false);
  const { version } = triage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the groups behind `triage` changed
  const items = useMemo(() => itemsOf(triage, closedShown), [triage, version, closedShown]);
  const fresh = useFresh(items);
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[items[index]?.type ?? "row"],
    getItemKey: (index) => {
      const item = items[index];
      return item?.type === "row" ? item.id : (item?.group ?? index);
    },
    overscan: 6,
  });
  const select = useCallback((id: string) => act({ do: "select", id }), [act]);
  const move = (by: number) => {
    const rows = items.flatMap((item, index) => (item.type === "row" ? [{ id: item.id, index }] : []));
    const at = rows.findIndex((row) => row.id === selected);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    select(next.id);
    virtual.scrollToIndex(next.index);
  };
  useShortcuts({ J: () => move(1), K: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });
  const filtered = Object.values(filter).some(Boolean);
  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-col overflow-hidden border-r bg-surface-1">
      <Filters triage={triage} />
      <ScrollRegion ref={scroller} label={t("label")} className="flex-1">
        {!ready ? <Skeleton rows={7} /> : null}
        {ready && items.length === 0 && user.role !== "admin" ? (
          <Empty>{t(filtered ? "emptyFilter" : "empty", { time: clockTime(now) })}</Empty>
        ) : null}
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((shown) => {
            const item = items[shown.index];
            return item ? (
              <li
                key={shown.key}
                data-index={shown.index}
                ref={virtual.measureElement}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${shown.start}px)` }}
              >
                {item.type === "head" ? (
                  <Head {...item} closedShown={closedShown} onToggle={() => showClosed(!closedShown)} />
                ) : (
                  <IncidentRow
                    id={item.id}
                    selected={item.id === selected}
                    fresh={fresh.has(item.id)}
                    onSelect={select}
                  />
                )}
              </li>
            ) : null;
          })}
        </ul>
      </ScrollRegion>
      <Hint />
    </section>
  );
}
