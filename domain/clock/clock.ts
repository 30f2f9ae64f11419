/** A deadline that runs (on the wire: a clock): what it is about, who must act, and where it stands at a moment. */
import { makerOf, type Stream } from "../envelope";
import { sha256Hex } from "../hash";
import type { Country } from "../vocabulary";

export type ClockKind =
  | "partner-reads"
  | "request-read"
  | "request-answer"
  | "release-decision"
  | "screening"
  | "full-report"
  | "urgent-review"
  | "task-after-withdrawal"
  | "stand-down"
  | "task-declined"
  | "task-due";

export interface Clock {
  /** The subject its alarm is acknowledged under: derived from kind and thing, the same on both nodes. */
  id: string;
  kind: ClockKind;
  /** What it is about. */
  about: string;
  incidentId: string;
  /** Who must act. */
  due: Country;
  /** ISO 8601 UTC. */
  startedAt: string;
  dueAt: string;
  paused: boolean;
  acknowledged: Partial<Record<Country, { at: string; desk: string }>>;
  /** Set when only this country holds it. */
  national: boolean;
  /** The raise it started again with: its alarm is another one than before. */
  raise?: { stream: Stream; seq: number };
}

export type ClockPhase = "running" | "warning" | "alarm" | "paused";

/** The alarm's subject: the maker's country and a UUID derived from the deadline's kind and thing, and from its raise. */
export function alarmSubject(kind: ClockKind, about: string, raise?: Clock["raise"]): string {
  const hex = sha256Hex([kind, about, ...(raise ? [raise.stream, raise.seq] : [])].join(":"));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${makerOf(about)}-${uuid.join("-")}`;
}

/** Where a deadline stands at a moment (milliseconds since the epoch): warns at 50 %, alarms at 100 %. */
export function phaseOf(clock: Clock, nowMs: number): ClockPhase {
  if (clock.paused) return "paused";
  const [start, end] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)];
  if (nowMs >= end) return "alarm";
  return nowMs >= start + (end - start) / 2 ? "warning" : "running";
}
