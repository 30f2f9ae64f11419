/** Which storyline an event belongs to: by its subject, by the incident it names, or by the clock it is about. */
import { alarmSubject, type ClockKind } from "@/domain/clock/clocks";
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
  "task-due": true,
};
// A total table has no other keys; the compiler widens them to text.
const clockKinds = Object.keys(isClockKind) as ClockKind[];

/** The incident and all that belongs to it, what is just being made included. */
function subjectsOf({ incident, things, sent }: Run): string[] {
  const own = [...things.values()].map(({ subject }) => subject);
  return [...(incident ? [incident] : []), ...own, ...(sent?.made ? [sent.made.thing.subject] : [])];
}

/** Undefined when the event belongs to no storyline. */
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
