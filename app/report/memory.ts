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

const draftFor = (username: string): Draft => (kept?.username === username ? kept.draft : emptyDraft);

/** The draft of this account and how a part of it changes; another account here begins with an empty one. */
export function useDraft(username: string): [Draft, (part: Partial<Draft>) => void] {
  const read = () => draftFor(username);
  const draft = useSyncExternalStore(subscribe, read, () => emptyDraft);
  // Onto the draft of this moment, not of the last render: two parts may change in one go.
  const change = useCallback(
    (part: Partial<Draft>) => keep(username, { ...draftFor(username), ...part }),
    [username],
  );
  return [draft, change];
}

export const isEmpty = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(emptyDraft);
