/**
 * Synthesised sounds: high impact one soft note, very high two, danger three rising, an alarm three level, link down
 * one falling.
 */
import type { AlertSound } from "@/domain/urgency/alerts";
import { type Listener, Listeners } from "../../lib/listeners";

/** Start and length in seconds, pitch at the start and at the end in hertz. */
export type Note = { at: number; length: number; from: number; to: number };
export type Tone = AlertSound | "alarm" | "falling";

export const tones: Record<Tone, readonly Note[]> = {
  soft: [{ at: 0, length: 0.35, from: 660, to: 660 }],
  double: [
    { at: 0, length: 0.3, from: 740, to: 740 },
    { at: 0.36, length: 0.4, from: 740, to: 740 },
  ],
  danger: [
    { at: 0, length: 0.25, from: 587, to: 587 },
    { at: 0.28, length: 0.25, from: 740, to: 740 },
    { at: 0.56, length: 0.45, from: 932, to: 932 },
  ],
  alarm: [0, 0.24, 0.48].map((at) => ({ at, length: 0.16, from: 880, to: 880 })),
  falling: [{ at: 0, length: 0.7, from: 520, to: 260 }],
};

const loudness = 0.22;

function playNote(context: AudioContext, { at, length, from, to }: Note): void {
  const start = context.currentTime + at;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.setValueAtTime(from, start);
  oscillator.frequency.linearRampToValueAtTime(to, start + length);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
}

/** How long a browser that allows sound may take to start it. Milliseconds. */
const startsWithinMs = 1_500;

/** Plays tones. Browsers keep a page silent until its first key or click. */
export class Speaker {
  #context: AudioContext | undefined;
  #waited = false;
  readonly #listeners = new Listeners(() => this.#watch());

  /** Whether the browser holds sound back: what is played now, nobody hears. */
  get isHeld(): boolean {
    return this.#waited && this.#context?.state !== "running";
  }

  /** Called when `isHeld` may have changed. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  async unlock(): Promise<void> {
    const context = this.#open();
    if (context.state !== "running") await context.resume();
  }

  play(tone: Tone): void {
    const context = this.#open();
    if (context.state !== "running") return;
    for (const note of tones[tone]) playNote(context, note);
  }

  #open(): AudioContext {
    if (this.#context) return this.#context;
    this.#context = new AudioContext();
    this.#context.onstatechange = () => this.#listeners.notify();
    return this.#context;
  }

  #watch(): () => void {
    this.#open();
    const timer = setTimeout(() => {
      this.#waited = true;
      this.#listeners.notify();
    }, startsWithinMs);
    return () => clearTimeout(timer);
  }
}
