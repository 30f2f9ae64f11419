/**
 * Synthesised sounds: high impact one soft note, very high two, danger three rising, an alarm three level, link down
 * one falling.
 */
import type { AlertSound } from "@/domain/urgency/alerts";

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

/** Plays tones. Browsers keep a page silent until its first key or click. */
export class Speaker {
  #context: AudioContext | undefined;

  async unlock(): Promise<void> {
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") await this.#context.resume();
  }

  play(tone: Tone): void {
    this.#context ??= new AudioContext();
    if (this.#context.state !== "running") return;
    for (const note of tones[tone]) playNote(this.#context, note);
  }
}
