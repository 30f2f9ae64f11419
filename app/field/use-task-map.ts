"use client";
/** What the map of a task shows, and where it looks. */
import { useEffect, useMemo, useRef } from "react";
import type { Incident } from "@/domain/incident/schema";
import { useLive } from "../live/hooks";
import type { MapEngine } from "../map/map-view";
import { type MapFeed, mapFeed } from "../shell/map-feed";
import type { MyPosition } from "./use-unit";

/** Nearer than this a coarse place would look exact. */
const mostZoom = 11.5;

/** What lies over the map must not lie over its marks: pixels to keep free at each edge. */
const room = {
  strip: { top: 76, bottom: 82, left: 48, right: 76 },
  whole: { top: 110, bottom: 110, left: 60, right: 90 },
};

/** Only this incident on the strip, all others too on the whole screen; this one with its exact place. */
export function useTaskFeed(incident: Incident, wide: boolean): MapFeed {
  const { store } = useLive().client;
  const shown = useRef({ incident, wide });
  shown.current = { incident, wide };
  const refresh = useRef<(() => void) | undefined>(undefined);
  const feed = useMemo((): MapFeed => {
    const whole = mapFeed(store);
    const others = () => [...(whole.getAll() ?? [])].filter(({ id }) => id !== shown.current.incident.id);
    return {
      getAll: () => [...(shown.current.wide ? others() : []), shown.current.incident],
      subscribe: (listener) => {
        refresh.current = () => listener(null);
        const leave = whole.subscribe((changes) => {
          if (changes === null) return listener(null);
          const foreign = changes.filter(({ id }) => id !== shown.current.incident.id);
          if (shown.current.wide && foreign.length > 0) listener(foreign);
        });
        return () => {
          refresh.current = undefined;
          leave();
        };
      },
    };
  }, [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is read when the map asks for it
  useEffect(() => refresh.current?.(), [incident, wide]);
  return feed;
}

/** Frames the place and the unit whenever the map changes its size, and when the unit leaves what is shown. */
export function useFrame(
  engine: MapEngine | null,
  incident: Incident,
  me: MyPosition | undefined,
  wide: boolean,
): void {
  const { lng, lat } = incident.place;
  const seen = useRef("");
  useEffect(() => {
    if (!engine) return;
    const { map } = engine;
    const key = `${lng} ${lat} ${wide} ${me !== undefined}`;
    const at = me && map.project([me.lng, me.lat]);
    const { clientWidth, clientHeight } = map.getContainer();
    const out =
      at && !wide && (at.x < 20 || at.y < 20 || at.x > clientWidth - 20 || at.y > clientHeight - 20);
    if (key === seen.current && !out) return;
    seen.current = key;
    map.resize();
    if (!me) map.jumpTo({ center: [lng, lat], zoom: 9.5 });
    else {
      const west = Math.min(lng, me.lng);
      const south = Math.min(lat, me.lat);
      const corner: [number, number] = [Math.max(lng, me.lng), Math.max(lat, me.lat)];
      map.fitBounds([[west, south], corner], {
        padding: wide ? room.whole : room.strip,
        maxZoom: mostZoom,
        duration: 0,
      });
    }
  }, [engine, lng, lat, me, wide]);
}
