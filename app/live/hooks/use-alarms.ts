"use client";
/** The alarms of the one who looks, as the site sets them. */
import { useMemo } from "react";
import { type Alarm, alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { useServerNow } from "../../parts/link/clock";
import { useSite } from "../site";
import { useLive } from "./hooks";
import { useClocks } from "./response-hooks";

/** Clocks in alarm that concern this viewer, longest first; told anew once a second. */
export function useAlarms(): readonly Alarm[] {
  const { client, user } = useLive();
  const clocks = useClocks();
  const site = useSite();
  const now = useServerNow(1_000);
  return useMemo(() => {
    const { picture } = client.store;
    return alarmsFor(clocks, picture, alarmViewer(picture, user), now, site);
  }, [client, user, clocks, site, now]);
}
