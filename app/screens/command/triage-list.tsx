"use client";
/** The triage list: every incident, in groups by what it needs. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { clockTime } from "../../i18n/format";
import { useStoredChoice } from "../../lib/stored-choice";
import { useHasPicture } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { useTriage } from "../../live/hooks/use-triage";
import { useNow } from "../../live/ticker";
import type { Order } from "../../live/views/by-gravity";
import type { Triage } from "../../live/views/triage";
import { IncidentRow } from "../../parts/incident/incident-row";
import { Empty } from "../../ui/empty";
import { ScrollRegion } from "../../ui/scroll";
import { useShortcuts } from "../../ui/shortcuts";
import { useVirtualList, type VirtualList, VirtualRows } from "../../ui/virtual-list";
import { useDesk } from "./desk";
import { Filters } from "./filters";
import { OrderBar, orders } from "./order-bar";
import { Skeleton } from "./skeleton";
import { TriageHead } from "./triage-head";
import {
  type FoldedGroup,
  foldedGroups,
  heightOf,
  itemsOf,
  keyOf,
  rowAfter,
  type TriageItem,
} from "./triage-items";
import { useHeldItems, useHold } from "./use-held-order";
import { useInSight } from "./use-in-sight";

/** The ids that came while the list was open; they are highlighted for a moment. */
function useFresh(items: readonly TriageItem[]): ReadonlySet<string> {
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

function KeyHint() {
  const t = useTranslations("list");
  return (
    <p className="flex flex-wrap gap-x-3.5 gap-y-1 border-t px-3.5 py-2 text-desk-note whitespace-nowrap text-ink-2">
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

/** Shown instead of rows: that the picture is loading, or that there is none to list. */
function NoRows({ isEmpty }: { isEmpty: boolean }) {
  const t = useTranslations("list");
  const { filter } = useDesk();
  const user = useUser();
  const ready = useHasPicture();
  const now = useNow(60_000);
  if (!ready) return <Skeleton rows={7} />;
  if (!isEmpty || user.role === "admin") return null;
  const filtered = Object.values(filter).some(Boolean);
  return <Empty>{t(filtered ? "emptyFilter" : "empty", { time: clockTime(now) })}</Empty>;
}

/** J, K and the arrow keys select the next row and the one before, and bring it into sight. */
function useMoveKeys(items: readonly TriageItem[], { virtual }: VirtualList, select: (id: string) => void) {
  const { selected } = useDesk();
  const move = (by: number) => {
    const row = rowAfter(items, selected, by);
    if (!row) return;
    select(row.id);
    virtual.scrollToIndex(row.index);
  };
  useShortcuts({ J: () => move(1), K: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) });
}

/** Which folded groups are open. */
function useOpened() {
  const [opened, open] = useState<readonly FoldedGroup[]>([]);
  const toggle = (group: FoldedGroup) =>
    open(opened.includes(group) ? opened.filter((one) => one !== group) : [...opened, group]);
  const unfold = useCallback(
    (group: FoldedGroup) => open((before) => (before.includes(group) ? before : [...before, group])),
    [],
  );
  return { opened, toggle, unfold };
}

/** Brings the top of the list into sight and the focus into it, each time it is asked for. */
function useAskedFor({ scroller }: VirtualList) {
  const { listAsked } = useDesk();
  useEffect(() => {
    if (listAsked === 0) return;
    scroller.current?.scrollTo({ top: 0 });
    scroller.current?.focus();
  }, [listAsked, scroller]);
}

/** The items as they are shown, and how to hold them where they stand. */
function useItems(triage: Triage, opened: readonly FoldedGroup[], order: Order) {
  const { filter } = useDesk();
  const { version } = triage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the groups behind `triage` changed
  const items = useMemo(() => itemsOf(triage, opened), [triage, version, opened]);
  const hold = useHold();
  const choice = JSON.stringify([filter, order, opened]);
  return { ...useHeldItems(items, hold.held, choice), hold };
}

export function TriageList() {
  const t = useTranslations("list");
  const { filter, selected, dispatch } = useDesk();
  const [order, setOrder] = useStoredChoice("sekong-list-order", orders);
  const triage = useTriage(filter, order);
  const { opened, toggle, unfold } = useOpened();
  const { shown, changed, hold } = useItems(triage, opened, order);
  const fresh = useFresh(shown);
  const list = useVirtualList({ items: shown, keyOf, heightOf, overscan: 6 });
  useAskedFor(list);
  const { keep } = hold;
  const select = useCallback((id: string) => dispatch({ do: "select", id }), [dispatch]);
  useMoveKeys(shown, list, (id) => {
    keep("cursor");
    select(id);
  });
  const expand = useCallback(
    (id: string) => {
      const group = foldedGroups.find((folded) => triage.ids(folded).includes(id));
      if (group) unfold(group);
    },
    [triage, unfold],
  );
  useInSight(shown, list, selected, expand);
  return (
    <section
      aria-label={t("label")}
      data-testid="triage"
      data-held={hold.held}
      className="flex min-h-0 flex-col overflow-hidden border-r bg-surface-1"
      {...hold.handlers}
    >
      <Filters triage={triage} />
      <OrderBar order={order} changed={changed} onOrder={setOrder} onSort={hold.release} />
      <ScrollRegion ref={list.scroller} label={t("label")} className="flex-1">
        <NoRows isEmpty={shown.length === 0} />
        <VirtualRows list={list} items={shown}>
          {(item) =>
            item.type === "head" ? (
              <TriageHead
                group={item.group}
                count={triage.ids(item.group).length}
                opened={opened}
                onToggle={toggle}
              />
            ) : (
              <IncidentRow
                id={item.id}
                selected={item.id === selected}
                fresh={fresh.has(item.id)}
                onSelect={select}
              />
            )
          }
        </VirtualRows>
      </ScrollRegion>
      <KeyHint />
    </section>
  );
}
