"use client";
/** The alarms that concern this account, by the site's settings. */
import { useMemo } from "react";
import { type Alarm, alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { useSite } from "../site";
import { useNow } from "../ticker";
import { useClocks } from "./use-clocks";
import { useLive } from "./use-live";

/** Clocks in alarm that concern this viewer, longest first; renewed once a second. */
export function useAlarms(): readonly Alarm[] {
  const { client, user } = useLive();
  const clocks = useClocks();
  const site = useSite();
  const now = useNow(1_000);
  return useMemo(() => {
    const { picture } = client.store;
    return alarmsFor(clocks, picture, alarmViewer(picture, user), now, site);
  }, [client, user, clocks, site, now]);
}
