"use client";
/** One collection in an order of its own. */
import { useMemo } from "react";
import type { Collection } from "@/domain/picture";
import { Listing, type ListingOptions } from "../views/listing";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** The ids in order; `options` must stay the same object between renders. */
export function useListing<Name extends Collection, Key>(
  options: ListingOptions<Name, Key>,
): readonly string[] {
  const { store } = useLive().client;
  const listing = useMemo(() => new Listing(store, options), [store, options]);
  return useView(listing, () => listing.ids);
}
