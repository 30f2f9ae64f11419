"use client";
/** What the map of a task shows, and where it looks. */
import { useEffect, useMemo, useRef } from "react";
import type { Incident } from "@/domain/incident/schema";
import { useLive } from "../../../live/hooks/use-live";
import type { MapEngine } from "../../../map/map-view";
import { type MapFeed, mapFeed } from "../../../parts/map/map-feed";
import type { MyPosition } from "../use-unit";

/** With a larger zoom a coarse place would look exact. */
const mostZoom = 11.5;

/** What lies over the map must not lie over its marks: pixels to keep free at each edge. */
const room = {
  strip: { top: 72, bottom: 72, left: 48, right: 76 },
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

/** Puts the place and the unit within what nothing lies over; the place alone where the unit is not known. */
function frame({ map }: MapEngine, { place }: Incident, me: MyPosition | undefined, wide: boolean): void {
  const { clientWidth, clientHeight } = map.getContainer();
  // Hidden behind a report: it is framed when it is shown again.
  if (clientWidth === 0 || clientHeight === 0) return;
  const { lng, lat } = place;
  if (!me) {
    map.jumpTo({ center: [lng, lat], zoom: 9.5 });
    return;
  }
  const corner: [number, number] = [Math.min(lng, me.lng), Math.min(lat, me.lat)];
  const opposite: [number, number] = [Math.max(lng, me.lng), Math.max(lat, me.lat)];
  const padding = wide ? room.whole : room.strip;
  map.fitBounds([corner, opposite], { padding, maxZoom: mostZoom, duration: 0 });
}

/** Nearer to an edge of the strip than this the unit is about to leave it, pixels. */
const edge = 20;

function leaves({ map }: MapEngine, me: MyPosition): boolean {
  const { x, y } = map.project([me.lng, me.lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  return x < edge || y < edge || x > clientWidth - edge || y > clientHeight - edge;
}

/** Frames place and unit at first, whenever the map changes its size, and when the unit leaves the strip. */
export function useFrame(
  engine: MapEngine,
  incident: Incident,
  me: MyPosition | undefined,
  wide: boolean,
): void {
  const latest = useRef({ incident, me, wide });
  latest.current = { incident, me, wide };
  const known = me !== undefined;
  const { lng, lat } = incident.place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place, or a unit that is known now, is framed again
  useEffect(() => {
    const again = () => frame(engine, latest.current.incident, latest.current.me, latest.current.wide);
    again();
    engine.map.on("resize", again);
    return () => {
      engine.map.off("resize", again);
    };
  }, [engine, lng, lat, known, wide]);
  useEffect(() => {
    if (me && !latest.current.wide && leaves(engine, me)) {
      frame(engine, latest.current.incident, me, false);
    }
  }, [engine, me]);
}
