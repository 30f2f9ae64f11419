"use client";
/** Sounds that repeat until a desk has acknowledged: a takeover, or else an alarm. */
import { useEffect, useRef } from "react";
import { soundsNow } from "@/domain/clock/alarms";
import { useAlarms } from "../../live/hooks/use-alarms";
import { useTakeovers } from "../../live/hooks/use-takeovers";
import { useSite } from "../../live/site";
import { play } from "./sound";

/** Three rising notes every twenty seconds until it is read (the look). */
const takeoverMs = 20_000;

type Last = { atMs: number; ids: ReadonlySet<string> };

function useTakeoverSound(): boolean {
  const takeovers = useTakeovers();
  const ids = takeovers.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (ids === "") return;
    play("danger");
    const timer = setInterval(() => play("danger"), takeoverMs);
    return () => clearInterval(timer);
  }, [ids]);
  return ids !== "";
}

/** Mounted once per screen. While a takeover sounds, alarms do not. */
export function RepeatingSounds(): null {
  const takenOver = useTakeoverSound();
  const alarms = useAlarms();
  const site = useSite();
  const last = useRef<Last>(undefined);
  useEffect(() => {
    const now = performance.now();
    if (takenOver || !soundsNow(alarms, last.current, now, site)) return;
    play("alarm");
    const audible = alarms.filter((alarm) => alarm.audible);
    last.current = { atMs: now, ids: new Set(audible.map(({ clock }) => clock.id)) };
  }, [alarms, site, takenOver]);
  return null;
}
