"use client";
/** Unit positions. They are volatile: in no picture and no log. */
import type { Positions } from "@/domain/protocol/down";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

/** The latest position of every unit this screen may see. */
export function usePositions(): Positions {
  const { store } = useLive().client;
  return useStoreKey("positions", () => store.positions);
}
