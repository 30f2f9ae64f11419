"use client";
/** One reading of the device's own position, on request; `known` is a position that is available already. */
import { useCallback, useRef, useState } from "react";
import { freshnessOf } from "@/domain/freshness/positions";
import type { PlaceInput } from "@/domain/place";
import { useLive } from "../../live/hooks/use-live";

export type GpsState = "idle" | "waiting" | "failed";

/** Where the device was, and when by the server's time; epoch milliseconds. */
export type DevicePlace = { place: PlaceInput; atMs: number };

/** The largest radius that the protocol accepts, metres. */
const mostM = 50_000;

/** Whether a reading still says where the device is. `nowMs`: the server's time. */
export const isFresh = ({ atMs }: DevicePlace, nowMs: number): boolean =>
  freshnessOf(nowMs - atMs) === "fresh";

export function useGps(
  onPlace: (found: DevicePlace) => void,
  known?: DevicePlace | undefined,
): [GpsState, () => void] {
  const { time } = useLive().client.store;
  const [state, setState] = useState<GpsState>("idle");
  const latestOnPlace = useRef(onPlace);
  latestOnPlace.current = onPlace;
  const ask = useCallback(() => {
    if (known && isFresh(known, time.now())) {
      setState("idle");
      latestOnPlace.current(known);
      return;
    }
    if (!("geolocation" in navigator)) return setState("failed");
    setState("waiting");
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) => {
        setState("idle");
        const accuracyM = Math.min(mostM, Math.round(coords.accuracy));
        const place = { lng: coords.longitude, lat: coords.latitude, accuracyM };
        // A browser may hand out a reading it has kept: it keeps its own time, corrected by the server's.
        latestOnPlace.current({ place, atMs: time.ofFix(timestamp) });
      },
      () => setState("failed"),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  }, [known, time]);
  return [state, ask];
}
