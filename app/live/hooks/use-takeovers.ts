"use client";
/** What takes over this centre's screens. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Takeover } from "@/domain/takeover";
import { Takeovers } from "../views/takeovers";
import { useLive } from "./use-live";

/** What takes over this centre's screens now, the most pressing first. */
export function useTakeovers(): readonly Takeover[] {
  const { client, user } = useLive();
  const takeovers = useMemo(() => new Takeovers(client.store, user.country), [client.store, user.country]);
  const subscribe = useCallback((listener: () => void) => takeovers.subscribe(listener), [takeovers]);
  return useSyncExternalStore(
    subscribe,
    () => takeovers.list,
    () => takeovers.list,
  );
}
