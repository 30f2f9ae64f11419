/** Whether a side's centre has read an incident as grave as it is now: what every row and every takeover asks. */
import { countryOf } from "../envelope";
import type { OwnRaise } from "../news";
import type { Country } from "../vocabulary";
import type { Incident } from "./schema";

/** What an own officer has raised and no own desk has read. */
export function nationalRaise({ attention }: Incident, country: Country): OwnRaise | undefined {
  const raised = attention?.raised;
  return raised && countryOf(raised.stream) === country ? raised : undefined;
}

/** When a side's centre read it; undefined while it has not, or not since it was raised. ISO 8601 UTC. */
export function readAt(incident: Incident, country: Country): string | undefined {
  return nationalRaise(incident, country) ? undefined : incident.acknowledged[country]?.at;
}

/** Since when it waits to be read by a side: its last raise, else its release, at home its report. ISO 8601 UTC. */
export function unreadSince(incident: Incident, country: Country): string {
  const { owner, raised, release, reportedAt } = incident;
  const own = nationalRaise(incident, country);
  if (own) return own.at;
  if (raised && countryOf(raised.stream) !== country) return raised.at;
  return owner === country ? reportedAt : (release?.at ?? reportedAt);
}
