"use client";
/** A list that shows whole rows only: what does not fit goes, and how many stand is told. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

type Props = { children: ReactNode; onFit: (rows: number) => void };

/** Rows that do not fit wrap into a second column, out of sight: what is said for the ear only is cut off with them. */
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
