/** What a deadline shows: mm:ss within the hour, h:mm:ss within the day, else days (the look: countdowns in mm:ss). */
import { type Clock, type ClockPhase, phaseOf } from "@/domain/clock/clock";

export type TimeLeft = {
  phase: ClockPhase;
  /** Milliseconds to the end; negative once it has run out. */
  leftMs: number;
  /** Share of the time that has gone, 0 to 1. */
  gone: number;
};

/** Where a deadline stands at a moment, milliseconds since the epoch. */
export function timeLeft(clock: Clock, nowMs: number): TimeLeft {
  const [start, end] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)];
  const gone = end > start ? (nowMs - start) / (end - start) : 1;
  return { phase: phaseOf(clock, nowMs), leftMs: end - nowMs, gone: Math.min(1, Math.max(0, gone)) };
}

const two = (value: number): string => String(value).padStart(2, "0");
export const dayMs = 86_400_000;

/** A span as digits, without a sign: `02:10`, `1:16:10`. */
export function digits(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
