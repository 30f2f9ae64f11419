/** Finds the storyline an event belongs to: by its subject, the incident it names, or the clock it is about. */
import { alarmSubject, type ClockKind } from "@/domain/clock/clock";
import type { FullEvent } from "@/domain/events";
import type { Run } from "./run";

const isClockKind: Record<ClockKind, true> = {
  "partner-reads": true,
  "request-read": true,
  "request-answer": true,
  "release-decision": true,
  screening: true,
  "full-report": true,
  "urgent-review": true,
  "task-after-withdrawal": true,
  "stand-down": true,
  "task-declined": true,
  "task-due": true,
};
// The keys of a total table are exactly its type; the compiler widens them to string.
const clockKinds = Object.keys(isClockKind) as ClockKind[];

/** The subjects of a storyline: its incident and what belongs to it, including what a sent command will create. */
function subjectsOf({ incident, things, sent }: Run): string[] {
  const own = [...things.values()].map(({ subject }) => subject);
  return [...(incident ? [incident] : []), ...own, ...(sent?.made ? [sent.made.thing.subject] : [])];
}

/** The storyline an event belongs to; undefined when there is none. */
export function runOf(runs: Iterable<Run>, { subject, type, body }: FullEvent): Run | undefined {
  const named = body && "incidentId" in body ? body.incidentId : undefined;
  const isAboutClock = type.startsWith("alarm.") || type.startsWith("clock.");
  for (const run of runs) {
    const subjects = subjectsOf(run);
    if (subjects.includes(subject) || (named !== undefined && named === run.incident)) return run;
    const clocks = isAboutClock
      ? subjects.flatMap((one) => clockKinds.map((kind) => alarmSubject(kind, one)))
      : [];
    if (clocks.includes(subject)) return run;
  }
  return undefined;
}
