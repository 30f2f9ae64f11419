"use client";
/**
 * The report being written, and the reports being sent, outlive their panels: closed and opened again, all is as it
 * was left. In memory only, never in the browser's storage.
 */
import { useCallback, useSyncExternalStore } from "react";
import type { WireError } from "@/domain/errors";
import { type Listener, Listeners } from "../../lib/listeners";
import { type Draft, emptyDraft } from "./draft";

/** One subject per draft: sent again after an error it can never become a second incident. */
type Kept = { username: string; draft: Draft; subject?: string };
/** A report that was sent; with an error once it was denied. */
export type OutboxReport = { username: string; subject: string; draft: Draft; error?: WireError };

let kept: Kept | undefined;
let leaving: readonly OutboxReport[] = [];
const none: readonly OutboxReport[] = [];
const listeners = new Listeners();
const subscribe = (listener: Listener) => listeners.add(listener);
const changed = () => listeners.notify();

export const isEmpty = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(emptyDraft);

/** The current draft of an account. */
export const draftFor = (username: string): Draft => (kept?.username === username ? kept.draft : emptyDraft);

function keep(username: string, draft: Draft): void {
  const subject = kept?.username === username && !isEmpty(draft) ? kept.subject : undefined;
  kept = { username, draft, ...(subject ? { subject } : {}) };
  changed();
}

/** The draft of this account and how a part of it changes; another account here begins with an empty one. */
export function useDraft(username: string): [Draft, (part: Partial<Draft>) => void] {
  const read = () => draftFor(username);
  const draft = useSyncExternalStore(subscribe, read, () => emptyDraft);
  // Onto the current draft, not that of the last render: two parts may change before the next render.
  const change = useCallback(
    (part: Partial<Draft>) => keep(username, { ...draftFor(username), ...part }),
    [username],
  );
  return [draft, change];
}

/** The reports of this account that are being sent or were denied. */
export function useOutbox(username: string): readonly OutboxReport[] {
  const all = useSyncExternalStore(
    subscribe,
    () => leaving,
    () => none,
  );
  return all.filter((one) => one.username === username);
}

/** Moves the draft to the outbox and leaves an empty one; returns the report's subject. */
export function dispatch(username: string, makeSubject: () => string): string {
  const draft = draftFor(username);
  const subject = (kept?.username === username ? kept.subject : undefined) ?? makeSubject();
  leaving = [...leaving, { username, subject, draft }];
  kept = { username, draft: emptyDraft };
  changed();
  return subject;
}

/** Ends a report in the outbox: removed when it was accepted, kept with its error when it was denied. */
export function complete(subject: string, error?: WireError): void {
  leaving = leaving.flatMap((one) => (one.subject !== subject ? [one] : error ? [{ ...one, error }] : []));
  changed();
}

/** Makes a denied report the draft again; false, and no change, while another draft is being written. */
export function reopen({ username, subject, draft }: OutboxReport): boolean {
  if (!isEmpty(draftFor(username))) return false;
  leaving = leaving.filter((one) => one.subject !== subject);
  kept = { username, draft, subject };
  changed();
  return true;
}
