"use client";
/** The triage list. */
import { useMemo } from "react";
import type { Order } from "../views/by-gravity";
import { Triage, type TriageFilter } from "../views/triage";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** Filtered and in one order; renders again only when order, groups or counts change. */
export function useTriage(filter: TriageFilter, order: Order): Triage {
  const { client, user } = useLive();
  const text = JSON.stringify(filter);
  const triage = useMemo(
    () => new Triage(client.store, client.clocks, user, { filter: JSON.parse(text) as TriageFilter, order }),
    [client, user, text, order],
  );
  useView(triage, () => triage.version);
  return triage;
}
