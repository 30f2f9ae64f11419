"use client";
/** One entity of the picture. */
import type { Collection, Entities } from "@/domain/picture";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

export function useEntity<Name extends Collection>(collection: Name, id: string): Entities[Name] | undefined {
  const { store } = useLive().client;
  return useStoreKey(`${collection}/${id}`, () => store.get(collection, id));
}

export const useIncident = (id: string) => useEntity("incidents", id);
