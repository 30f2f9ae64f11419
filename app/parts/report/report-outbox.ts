"use client";
/**
 * The report being written, and the reports being sent, outlive their panels: closed and opened again, all is as it
 * was left. In memory only, never in the browser's storage.
 */
import { useCallback, useSyncExternalStore } from "react";
import type { WireError } from "@/domain/errors";
import { type Listener, Listeners } from "../../lib/listeners";
import { type Draft, emptyDraft } from "./draft";

/**
 * One subject per draft: sent again after an error it can never become a second incident. `attempts` is what was
 * sent under that subject: any of them may have arrived without its answer.
 */
export type Attempted = { subject: string; attempts: readonly Draft[] };
type Kept = { username: string; draft: Draft; sent?: Attempted };
/** A report that was sent; with an error once it was denied, or when no answer came. */
export type OutboxReport = Attempted & { username: string; draft: Draft; error?: WireError };

let kept: Kept | undefined;
let leaving: readonly OutboxReport[] = [];
const none: readonly OutboxReport[] = [];
const listeners = new Listeners();
const subscribe = (listener: Listener) => listeners.add(listener);
const changed = () => listeners.notify();

export const isEmpty = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(emptyDraft);

const keptOf = (username: string): Kept | undefined => (kept?.username === username ? kept : undefined);

/** The current draft of an account. */
export const draftFor = (username: string): Draft => keptOf(username)?.draft ?? emptyDraft;

/** What was sent of the current draft without being accepted; none after it was emptied. */
export const attemptedFor = (username: string): Attempted | undefined => keptOf(username)?.sent;

/** An emptied draft gives its subject up: what is written next is another report. */
function keep(username: string, draft: Draft): void {
  const sent = isEmpty(draft) ? undefined : attemptedFor(username);
  kept = { username, draft, ...(sent ? { sent } : {}) };
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

/** What was sent of the draft of this account. */
export function useAttempted(username: string): Attempted | undefined {
  return useSyncExternalStore(
    subscribe,
    () => attemptedFor(username),
    () => undefined,
  );
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

/** Notes that the draft is sent now, and stays where it is; returns the report's subject. */
export function attempt(username: string, makeSubject: () => string): string {
  const draft = draftFor(username);
  const before = attemptedFor(username);
  const subject = before?.subject ?? makeSubject();
  kept = { username, draft, sent: { subject, attempts: [...(before?.attempts ?? []), draft] } };
  changed();
  return subject;
}

/** Makes the draft another report: the next time it is sent under a subject of its own. */
export function renew(username: string): void {
  kept = { username, draft: draftFor(username) };
  changed();
}

/** Leaves an empty draft without a subject. */
export function clear(username: string): void {
  kept = { username, draft: emptyDraft };
  changed();
}

/** Moves the draft to the outbox and leaves an empty one; returns the report's subject. */
export function dispatch(username: string, makeSubject: () => string): string {
  const draft = draftFor(username);
  const subject = attempt(username, makeSubject);
  leaving = [...leaving, { username, draft, subject, attempts: attemptedFor(username)?.attempts ?? [] }];
  clear(username);
  return subject;
}

/** Ends a report in the outbox: removed when it was accepted, kept with its error when it was denied. */
export function complete(subject: string, error?: WireError): void {
  leaving = leaving.flatMap((one) => (one.subject !== subject ? [one] : error ? [{ ...one, error }] : []));
  changed();
}

/**
 * Makes a report of the outbox the draft again; false, and no change, while another draft is being written. As
 * another report it gets a subject of its own.
 */
export function reopen({ username, subject, draft, attempts }: OutboxReport, asAnother = false): boolean {
  if (!isEmpty(draftFor(username))) return false;
  leaving = leaving.filter((one) => one.subject !== subject);
  kept = { username, draft, ...(asAnother ? {} : { sent: { subject, attempts } }) };
  changed();
  return true;
}
