"use client";
/** A list that shows whole rows only; `onFit` is called with the number of rows that fit. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

type Props = { children: ReactNode; onFit: (rows: number) => void };

/** Rows that do not fit wrap into a hidden second column, so that they are cut off for screen readers too. */
export function FittingList({ children, onFit }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [, resized] = useState(0);
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row instanceof HTMLElement);
    onFit(rows.filter((row) => row.offsetLeft === rows[0]?.offsetLeft).length);
  });
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const observer = new ResizeObserver(() => resized((count) => count + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <ul
      ref={list}
      className="relative flex min-h-0 flex-1 flex-col flex-wrap content-start overflow-hidden [&>li]:w-full [&>li]:shrink-0"
    >
      {children}
    </ul>
  );
}
