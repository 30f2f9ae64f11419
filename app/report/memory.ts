"use client";
/** The report being written outlives its panel: closed and opened again, it is as it was left. In memory only. */
import { useCallback, useSyncExternalStore } from "react";
import { type Draft, emptyDraft } from "./draft";

let kept: { username: string; draft: Draft } | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function keep(username: string, draft: Draft): void {
  kept = { username, draft };
  for (const listener of listeners) listener();
}

/** The draft of this account; another account on the same machine begins with an empty one. */
export function useDraft(username: string): [Draft, (draft: Draft) => void] {
  const read = () => (kept?.username === username ? kept.draft : emptyDraft);
  const draft = useSyncExternalStore(subscribe, read, () => emptyDraft);
  const set = useCallback((next: Draft) => keep(username, next), [username]);
  return [draft, set];
}

export const isEmpty = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(emptyDraft);
