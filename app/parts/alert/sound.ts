"use client";
/** Whether sounds are on for this page, and its one speaker. */
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { type Listener, Listeners } from "../../lib/listeners";
import { Speaker, type Tone } from "./tones";

const speaker = new Speaker();
let soundOn = true;
const listeners = new Listeners();
const subscribe = (listener: Listener) => listeners.add(listener);

/** Plays a tone unless sounds are off on this page. */
export function play(tone: Tone): void {
  if (soundOn) speaker.play(tone);
}

/** On or off for this page; kept in memory only, so that no screen starts silenced. */
export function useSound(): { on: boolean; toggle: () => void } {
  const on = useSyncExternalStore(
    subscribe,
    () => soundOn,
    () => true,
  );
  const toggle = useCallback(() => {
    soundOn = !soundOn;
    if (soundOn) void speaker.unlock().then(() => speaker.play("soft"));
    listeners.notify();
  }, []);
  return { on, toggle };
}

/**
 * Whether the browser holds this screen's sound back. While it does, any key or click starts it. To be used once per
 * screen.
 */
export function useSoundHeld(): boolean {
  const held = useSyncExternalStore(
    speaker.subscribe,
    () => speaker.isHeld,
    () => false,
  );
  useEffect(() => {
    const unlock = () => void speaker.unlock().catch(() => undefined);
    const gestures = ["pointerdown", "pointerup", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unlock);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, unlock);
    };
  }, []);
  return held;
}
