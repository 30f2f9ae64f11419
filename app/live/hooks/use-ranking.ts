"use client";
/** Open incidents in one order. */
import { useMemo } from "react";
import type { Order } from "../views/by-gravity";
import { Ranking } from "../views/ranking";
import { useLive } from "./use-live";
import { useView } from "./use-view";

/** Renders again only when order or counts change. */
export function useRanking(order: Order): Ranking {
  const { client, user } = useLive();
  const ranking = useMemo(
    () => new Ranking(client.store, client.clocks, user.country, order),
    [client, user, order],
  );
  useView(ranking, () => ranking.version);
  return ranking;
}
