"use client";
/** The triage list. */
import { useMemo } from "react";
import { Triage, type TriageFilter } from "../views/triage";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** Filtered; renders again only when order, groups or counts change. */
export function useTriage(filter: TriageFilter): Triage {
  const { client, user } = useLive();
  const text = JSON.stringify(filter);
  const triage = useMemo(
    () => new Triage(client.store, user, JSON.parse(text) as TriageFilter),
    [client.store, user, text],
  );
  useView(triage, () => triage.version);
  return triage;
}
