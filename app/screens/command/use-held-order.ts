"use client";
/** Rows never move under the pointer or the keyboard's cursor: meanwhile the order that was shown stays. */
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { changedRows } from "./held-order";
import type { TriageItem } from "./triage-items";

/** After this long without a movement or a key the order is made anew all the same. Milliseconds. */
const idleMs = 20_000;

type Reason = "pointer" | "focus" | "cursor";

export type Hold = {
  held: boolean;
  /** Holds the order for a reason, or goes on holding it. */
  keep: (reason: Reason) => void;
  /** Lets the order go at once. */
  release: () => void;
  /** For the element whose pointer and focus hold the order. */
  handlers: {
    onPointerMove: () => void;
    onPointerLeave: () => void;
    onKeyDown: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
};

export function useHold(): Hold {
  const [held, setHeld] = useState(false);
  const reasons = useRef(new Set<Reason>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = useCallback(() => {
    clearTimeout(timer.current);
    reasons.current.clear();
    setHeld(false);
  }, []);
  const keep = useCallback(
    (reason: Reason) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(release, idleMs);
      reasons.current.add(reason);
      setHeld(true);
    },
    [release],
  );
  const drop = useCallback(
    (reason: Reason) => {
      reasons.current.delete(reason);
      if (reasons.current.size === 0) release();
    },
    [release],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers = useMemo(
    () => ({
      onPointerMove: () => keep("pointer"),
      onPointerLeave: () => drop("pointer"),
      onKeyDown: () => keep("focus"),
      // A click focuses its row too; that the pointer was there is held already.
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        if (target.matches(":focus-visible")) keep("focus");
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) drop("focus");
      },
    }),
    [keep, drop],
  );
  return { held, keep, release, handlers };
}

/**
 * What to show: the newest order, or the one that is held, and how many rows that leaves out of place. What the user
 * asked for by `choice` (another filter or order) is followed at once.
 */
export function useHeldItems(
  items: readonly TriageItem[],
  held: boolean,
  choice: string,
): { shown: readonly TriageItem[]; changed: number } {
  const kept = useRef({ items, choice });
  const follows = !held || kept.current.choice !== choice || kept.current.items.length === 0;
  if (follows) kept.current = { items, choice };
  const shown = kept.current.items;
  return { shown, changed: useMemo(() => changedRows(shown, items), [shown, items]) };
}
