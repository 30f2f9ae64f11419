"use client";
/** A tab's own controls stand in the bar of the tabs, so that the rows have the whole height. */
import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

/** The slot in the bar; null until it is mounted. */
export const ControlsSlot = createContext<HTMLElement | null>(null);

export function BoardControls({ children }: { children: ReactNode }) {
  const slot = useContext(ControlsSlot);
  return slot ? createPortal(children, slot) : null;
}
