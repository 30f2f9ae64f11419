"use client";
/** The selected row in sight, whoever selected it: the map, the board, a takeover. */
import { useEffect, useRef } from "react";
import type { VirtualList } from "../../ui/virtual-list";
import type { TriageItem } from "./triage-items";

/** Scrolls once for each selection, so that a row that moves later pulls nobody along; `expand` shows the closed. */
export function useInSight(
  items: readonly TriageItem[],
  { virtual }: VirtualList,
  selected: string | undefined,
  expand: (id: string) => void,
): void {
  const settled = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (settled.current === selected) return;
    const index = items.findIndex((item) => item.type === "row" && item.id === selected);
    if (index >= 0) virtual.scrollToIndex(index);
    else if (selected !== undefined) expand(selected);
    if (index >= 0 || selected === undefined) settled.current = selected;
  }, [items, virtual, selected, expand]);
}
