"use client";
/** Sound and vibration for what waits for this officer: again and again until it is acknowledged, or folded away. */
import { useEffect, useRef } from "react";
import { Speaker, type Tone } from "../sound/tones";
import { useSound } from "../sound/use-alerts";

const repeatMs = 20_000;
const patterns: Record<"danger" | "double", number[]> = {
  danger: [400, 150, 400, 150, 800],
  double: [300, 150, 300],
};

let speaker: Speaker | undefined;

function alarm(tone: keyof typeof patterns & Tone, on: boolean): void {
  // A phone vibrates even when its sounds are off, once its page was touched; some browsers have no such call.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(patterns[tone]);
  if (!on) return;
  speaker ??= new Speaker();
  speaker.play(tone);
}

/** Browsers hold sounds back until the page was touched once. */
function useUnlock(): void {
  useEffect(() => {
    const unlock = () => {
      speaker ??= new Speaker();
      void speaker.unlock();
    };
    window.addEventListener("pointerdown", unlock, { once: true });
    return () => window.removeEventListener("pointerdown", unlock);
  }, []);
}

/** `tasks` and `takeovers` are ids that wait; what is new among them sounds at once. */
export function useFieldAlarm(tasks: readonly string[], takeovers: readonly string[]): void {
  const { on } = useSound();
  useUnlock();
  const tone = takeovers.length > 0 ? "danger" : tasks.length > 0 ? "double" : undefined;
  const waiting = [...takeovers, ...tasks].sort().join(" ");
  const sounding = useRef(on);
  sounding.current = on;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new thing that waits sounds at once
  useEffect(() => {
    if (!tone) return;
    alarm(tone, sounding.current);
    const timer = setInterval(() => alarm(tone, sounding.current), repeatMs);
    return () => clearInterval(timer);
  }, [tone, waiting]);
}
