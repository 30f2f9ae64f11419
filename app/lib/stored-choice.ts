"use client";
/** A choice of few that this browser remembers. */
import { useCallback, useSyncExternalStore } from "react";
import { KeyedListeners } from "./listeners";

const chosen = new Map<string, string>();
const listeners = new KeyedListeners();

/** What was chosen on this page, else what the browser remembers; a browser may refuse to. */
function read(key: string): string | null {
  const here = chosen.get(key);
  if (here !== undefined) return here;
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  chosen.set(key, value);
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // It holds for this page only.
  }
  listeners.notify(key);
}

/** The first of `choices` until another is chosen; `key` names it among all that this browser remembers. */
export function useStoredChoice<Value extends string>(
  key: string,
  choices: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const [first] = choices;
  const value = useSyncExternalStore(
    useCallback((listener) => listeners.add(key, listener), [key]),
    () => choices.find((choice) => choice === read(key)) ?? first,
    () => first,
  );
  return [value, useCallback((next: Value) => write(key, next), [key])];
}
