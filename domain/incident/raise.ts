/** Raises and readings: what makes a reading go out of date, and which reading counts (rules K13, O1). */
import { countryOf, type Header, scopeOf, type Vector } from "../envelope";
import { stampOf } from "../stamp";
import type { Country } from "../vocabulary";
import { calledFor, isGraver } from "./graver";
import type { Incident, Raise } from "./schema";

type Writing = Pick<Header, "stream" | "seq" | "seen" | "at" | "actor">;

const raiseOf = ({ stream, seq, at }: Writing): Raise => ({ stream, seq, at });

/** The incident as it will be once what waits nationally is sent. */
function withPending(incident: Incident): Incident {
  const { dangerToLife, protection: _, ...fields } = incident.national?.pending ?? {};
  const { dangerToLife: stands, ...rest } = { ...incident, ...fields };
  return (dangerToLife ?? stands) ? { ...rest, dangerToLife: true } : rest;
}

/**
 * Marks what a change has raised. Jointly it is unread again for the side that did not act; nationally, by an officer,
 * for the own desks alone, and the joint marks stay.
 */
export function withRaise(before: Incident, after: Incident, event: Writing, isReopened = false): Incident {
  if (scopeOf(event.stream) === "national") {
    const calls = event.actor.role === "officer" && isGraver(withPending(before), withPending(after));
    return calls ? withOwnRaise(after, event) : after;
  }
  if (!isReopened && !isGraver(before, after)) return after;
  const country = countryOf(event.stream);
  const own = after.acknowledged[country];
  return { ...after, raised: raiseOf(event), acknowledged: own ? { [country]: own } : {} };
}

/** What it calls the centre for stands with it, as a wall does not hold what waits to be sent. */
function withOwnRaise(incident: Incident, event: Writing): Incident {
  const why = calledFor(withPending(incident));
  const raised = { ...raiseOf(event), ...(why ? { why } : {}) };
  return { ...incident, attention: { ...incident.attention, raised } };
}

/** Whether a reading was decided with knowledge of the last raise: concurrent ones do not count, in any order. */
function coversRaise({ raised }: Incident, event: Writing): boolean {
  return !raised || raised.stream === event.stream || event.seen >= raised.seq;
}

/** After a reading. A national one of a released incident answers only what was raised nationally. */
export function withReading(before: Incident, event: Writing): Incident {
  const { country } = event.actor;
  const read = withoutNationalRaise(before, country);
  const isOwnAlone = scopeOf(event.stream) === "national" && before.sharing === "released";
  if (isOwnAlone || before.acknowledged[country] || !coversRaise(before, event)) return read;
  return { ...read, acknowledged: { ...before.acknowledged, [country]: stampOf(event) } };
}

/** Each country's desks answer only what their own officers raised. */
export function withoutNationalRaise(incident: Incident, country: Country): Incident {
  const { raised, ...attention } = incident.attention ?? {};
  if (!raised || countryOf(raised.stream) !== country) return incident;
  return { ...incident, attention };
}

/** Whether the one who acts had every raise on screen: a screen says with its `basis` how far it had come. */
export function hadRaiseOnScreen({ raised, attention }: Incident, basis: Vector | undefined): boolean {
  if (!basis) return true;
  return [raised, attention?.raised].every((raise) => !raise || (basis[raise.stream] ?? 0) >= raise.seq);
}
