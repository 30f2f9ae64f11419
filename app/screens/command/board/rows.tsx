"use client";
/** A long list of short rows: only those in sight are drawn, arrows move between them. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { ScrollRegion } from "../../../ui/scroll";

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
  children: (item: Item) => ReactNode;
};

export function Rows<Item extends { key: string }>({ label, items, empty, children }: Props<Item>) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
  });
  return (
    <ScrollRegion ref={scroller} label={label} className="flex-1">
      {items.length === 0 ? empty : null}
      <ul className="relative" style={{ height: virtual.getTotalSize() }} onKeyDown={moveFocus}>
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
              {children(item)}
            </li>
          ) : null;
        })}
      </ul>
    </ScrollRegion>
  );
}
