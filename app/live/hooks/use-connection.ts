"use client";
import type { ConnectionState } from "@/domain/freshness/connection";
/** The state of this screen's connection, and what the server last said about itself and the other screens. */
import type { HeadsMessage, Presence } from "@/domain/protocol/down";
import type { Mismatch } from "../store/store";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

export function useConnection(): ConnectionState {
  const { store } = useLive().client;
  return useStoreKey("connection", () => store.connection);
}

export function useMismatch(): Mismatch | undefined {
  const { store } = useLive().client;
  return useStoreKey("connection", () => store.mismatch);
}

export function useHasPicture(): boolean {
  const { store } = useLive().client;
  return useStoreKey("vector", () => store.hasPicture);
}

export function useHeads(): HeadsMessage | undefined {
  const { store } = useLive().client;
  return useStoreKey("heads", () => store.heads);
}

/** How far the server's time is ahead of this device's, milliseconds. */
export function useTimeOffset(): number {
  const { store } = useLive().client;
  return useStoreKey("time", () => store.time.offsetMs);
}

export function usePresence(): Presence {
  const { store } = useLive().client;
  return useStoreKey("presence", () => store.presence);
}
