"use client";
/** What takes over this centre's screens. */
import { useMemo } from "react";
import type { Takeover } from "@/domain/takeover";
import { Takeovers } from "../views/takeovers";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** The most urgent first. */
export function useTakeovers(): readonly Takeover[] {
  const { client, user } = useLive();
  const takeovers = useMemo(() => new Takeovers(client.store, user.country), [client.store, user.country]);
  return useView(takeovers, () => takeovers.list);
}
