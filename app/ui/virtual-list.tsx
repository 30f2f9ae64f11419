"use client";
/** A long list of which only the rows in sight are drawn. */
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";

type Options<Item> = {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The height of a row before it is measured, pixels. */
  heightOf: (item: Item | undefined) => number;
  /** How many rows beyond those in sight are drawn. */
  overscan: number;
};

export type VirtualList = {
  /** For the region that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  virtual: Virtualizer<HTMLElement, HTMLLIElement>;
};

export function useVirtualList<Item>({ items, keyOf, heightOf, overscan }: Options<Item>): VirtualList {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]),
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan,
  });
  return { scroller, virtual };
}

type Props<Item> = {
  list: VirtualList;
  items: readonly Item[];
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  children: (item: Item) => ReactNode;
};

export function VirtualRows<Item>({ list: { virtual }, items, onKeyDown, children }: Props<Item>) {
  return (
    <ul className="relative" style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
      {virtual.getVirtualItems().map((shown) => {
        const item = items[shown.index];
        return item === undefined ? null : (
          <li
            key={shown.key}
            data-index={shown.index}
            ref={virtual.measureElement}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${shown.start}px)` }}
          >
            {children(item)}
          </li>
        );
      })}
    </ul>
  );
}
