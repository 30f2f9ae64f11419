/** What a deadline is before acknowledgements and pauses are applied, and the times it is made of. */
import { alarmSubject, type Clock } from "./clock";

export type ClockRule = Pick<
  Clock,
  "kind" | "about" | "incidentId" | "due" | "startedAt" | "national" | "raise"
> & {
  minutes: number;
};

/** The subject of its alarm. */
export const subjectOfRule = ({ kind, about, raise }: ClockRule): string => alarmSubject(kind, about, raise);

/** Minutes from one moment to another, ISO 8601 UTC; none when the second is not later. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);

/** The later of two moments, ISO 8601 UTC. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
