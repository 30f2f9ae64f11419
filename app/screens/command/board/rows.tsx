"use client";
/** A long list of short rows, between which the arrow keys move. */
import { type KeyboardEvent, type ReactNode, useEffect } from "react";
import { ScrollRegion } from "../../../ui/scroll";
import { useVirtualList, VirtualRows } from "../../../ui/virtual-list";

const rowPx = 31;

/** Arrows move the focus within the list, not the selection of the incident list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches("[data-row]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  event.preventDefault();
  rows[rows.indexOf(event.target) + by]?.focus();
}

type Props<Item> = {
  label: string;
  items: readonly Item[];
  empty: ReactNode;
  /** The key of the row that is brought into sight; again whenever it changes. */
  shown?: string | undefined;
  children: (item: Item) => ReactNode;
};

export function Rows<Item extends { key: string }>({ label, items, empty, shown, children }: Props<Item>) {
  const list = useVirtualList({ items, keyOf: ({ key }) => key, heightOf: () => rowPx, overscan: 8 });
  const { virtual } = list;
  const index = shown === undefined ? -1 : items.findIndex(({ key }) => key === shown);
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index);
  }, [index, virtual]);
  return (
    <ScrollRegion ref={list.scroller} label={label} className="flex-1">
      {items.length === 0 ? empty : null}
      <VirtualRows list={list} items={items} onKeyDown={moveFocus}>
        {children}
      </VirtualRows>
    </ScrollRegion>
  );
}
