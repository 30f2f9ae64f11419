"use client";
/** Feeds the picture to a map: changes only, outside React. */
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { outdatedPart } from "@/domain/freshness/outdated";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { clockTime } from "../../i18n/format";
import { useConnection, useHeads } from "../../live/hooks/use-connection";
import { useLive, useUser } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";
import type { MapEngine, MapTexts } from "../../map/map-view";
import type { MapChange, MapIncident, StaleSide } from "../../map/types";

/** A tombstone has no place and is not drawn; where a country has the exact place, that one is. */
function asMapIncident(entity: IncidentEntity | undefined): MapIncident | undefined {
  if (!isIncident(entity)) return undefined;
  const place = entity.national?.place;
  return place ? { ...entity, place } : entity;
}

export type MapFeed = {
  getAll: () => Iterable<MapIncident> | undefined;
  subscribe: (listener: (changes: readonly MapChange[] | null) => void) => () => void;
};

export function mapFeed(store: LiveStore): MapFeed {
  return {
    getAll: () =>
      store.hasPicture
        ? [...store.picture.incidents.values()].flatMap((entity) => asMapIncident(entity) ?? [])
        : undefined,
    subscribe: (listener) =>
      store.onBatch((batch) => {
        if (batch.reset) return listener(null);
        const changes = batch.changes.flatMap((change): MapChange[] => {
          if (change.collection !== "incidents") return [];
          return [
            { id: change.id, before: asMapIncident(change.before), after: asMapIncident(change.after) },
          ];
        });
        if (changes.length > 0) listener(changes);
      }),
  };
}

export function useMapFeed(): MapFeed {
  const { store } = useLive().client;
  return useMemo(() => mapFeed(store), [store]);
}

/** A task changes the status that its incident shows: while the filter asks for that, the map asks the filter again. */
export function useRefilter(engine: MapEngine, byStatus: boolean): void {
  const { store } = useLive().client;
  useEffect(() => {
    if (!byStatus) return;
    return store.onBatch((batch) => {
      if (batch.reset) return;
      const ids = batch.changes.flatMap((change) =>
        change.collection === "tasks" ? ((change.after ?? change.before)?.incidentId ?? []) : [],
      );
      if (ids.length > 0) engine.refilter(ids);
    });
  }, [engine, store, byStatus]);
}

/** Which side's part of the picture is old, and since when. */
export function useMapStale(): { side: StaleSide; since: string | undefined } {
  const connection = useConnection();
  const partner = useHeads()?.partner;
  const user = useUser();
  const outdated = outdatedPart(connection, partner, user.country);
  return outdated
    ? { side: outdated.side, since: clockTime(outdated.since) }
    : { side: null, since: undefined };
}

/** The texts that the engine writes itself. */
export function useMapTexts(): MapTexts {
  const t = useTranslations("map");
  const state = useTranslations("state");
  const sides = useTranslations("side");
  return useMemo(
    () => ({
      mapLabel: t("label"),
      indicative: t("indicative"),
      loading: t("loading"),
      somewhere: t("somewhere"),
      staleSince: (side, since) =>
        side === "all"
          ? state("staleTitle", { time: since })
          : state("downPlate", { side: sides(side), time: since }),
    }),
    [t, state, sides],
  );
}
