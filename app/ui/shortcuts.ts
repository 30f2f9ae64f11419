"use client";
import { useEffect, useRef } from "react";

export type Shortcuts = Record<string, () => void>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const layers = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]';

/** A closed list may stay in the page hidden: only what is visible counts. */
const layerOpen = (): boolean =>
  [...document.querySelectorAll(layers)].some((layer) => layer.checkVisibility());

/**
 * Single keys, upper case (`A`, `?`, `Escape`), and `Ctrl+K`. Silent while somebody types or a dialog is open,
 * so that no letter of a note ever acts.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const act = current.current[control ? `Ctrl+${key}` : key];
      if (!act || (!control && typing(event.target)) || layerOpen()) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
