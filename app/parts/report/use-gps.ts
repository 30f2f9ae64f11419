"use client";
/** One reading of the device's own position, on request; `known` is a position that is available already. */
import { useCallback, useRef, useState } from "react";
import type { PlaceInput } from "@/domain/place";

export type GpsState = "idle" | "waiting" | "failed";

/** The largest radius that the protocol accepts, metres. */
const mostM = 50_000;

export function useGps(
  onPlace: (place: PlaceInput) => void,
  known?: PlaceInput | undefined,
): [GpsState, () => void] {
  const [state, setState] = useState<GpsState>("idle");
  const latestOnPlace = useRef(onPlace);
  latestOnPlace.current = onPlace;
  const ask = useCallback(() => {
    if (known) {
      setState("idle");
      latestOnPlace.current(known);
      return;
    }
    if (!("geolocation" in navigator)) return setState("failed");
    setState("waiting");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        latestOnPlace.current({
          lng: coords.longitude,
          lat: coords.latitude,
          accuracyM: Math.min(mostM, Math.round(coords.accuracy)),
        });
      },
      () => setState("failed"),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  }, [known]);
  return [state, ask];
}
