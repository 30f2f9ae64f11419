"use client";
/** Reads the live store under one of its keys. */
import { useCallback, useSyncExternalStore } from "react";
import { useLive } from "./use-live";

/** Renders again only when this key was notified and `read` returns another value. */
export function useStoreKey<Value>(key: string, read: () => Value): Value {
  const { store } = useLive().client;
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key]);
  return useSyncExternalStore(subscribe, read, read);
}
