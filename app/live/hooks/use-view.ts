"use client";
/** React's side of a view. */
import { useSyncExternalStore } from "react";
import type { View } from "../views/view";

/** Keeps a view up to date while mounted; renders again only when `read` returns another value. */
export function useView<Value>(view: View, read: () => Value): Value {
  return useSyncExternalStore(view.subscribe, read, read);
}
