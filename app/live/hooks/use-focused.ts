"use client";
/** Whether somebody has this page before them. */
import { useSyncExternalStore } from "react";

const events = ["focus", "blur"] as const;

function subscribe(listener: () => void): () => void {
  for (const event of events) window.addEventListener(event, listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

const read = (): boolean => document.visibilityState === "visible" && document.hasFocus();

/** Visible, and with the keyboard's focus. */
export const useFocused = (): boolean => useSyncExternalStore(subscribe, read, () => false);
