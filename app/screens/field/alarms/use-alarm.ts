"use client";
/** Sound and vibration for what waits for this officer: repeated until it is acknowledged or minimised. */
import { useEffect } from "react";
import { play } from "../../../parts/alert/sound";

const repeatMs = 20_000;
const patterns: Record<"danger" | "double", number[]> = {
  danger: [400, 150, 400, 150, 800],
  double: [300, 150, 300],
};

function alarm(tone: keyof typeof patterns): void {
  // A phone vibrates even when its sounds are off, once its page was touched; some browsers have no such call.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(patterns[tone]);
  play(tone);
}

/** `tasks` and `takeovers` are ids that wait; what is new among them sounds at once. */
export function useFieldAlarm(tasks: readonly string[], takeovers: readonly string[]): void {
  const tone = takeovers.length > 0 ? "danger" : tasks.length > 0 ? "double" : undefined;
  const waiting = [...takeovers, ...tasks].sort().join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new thing that waits sounds at once
  useEffect(() => {
    if (!tone) return;
    alarm(tone);
    const timer = setInterval(() => alarm(tone), repeatMs);
    return () => clearInterval(timer);
  }, [tone, waiting]);
}
