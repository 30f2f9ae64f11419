/** Which of several deadlines counts. Lists are soonest due first. */
import type { Country } from "../vocabulary";
import type { Clock } from "./clock";

/** The one to show for a thing: what runs out first; a paused one only when none runs. */
export function clockAbout(clocks: readonly Clock[], about: string): Clock | undefined {
  const found = clocks.filter((clock) => clock.about === about);
  return found.find(({ paused }) => !paused) ?? found[0];
}

/** One per request, what runs out next first; the paused come last. */
export function requestClocks(clocks: readonly Clock[], isRequest: (id: string) => boolean): Clock[] {
  const byRequest = new Map<string, Clock>();
  for (const clock of [...clocks].sort((a, b) => Number(a.paused) - Number(b.paused))) {
    if (!byRequest.has(clock.about) && isRequest(clock.about)) byRequest.set(clock.about, clock);
  }
  return [...byRequest.values()];
}

/** What runs out next for one side, of the deadlines of an incident. */
export const dueFor = (clocks: readonly Clock[], country: Country): Clock | undefined =>
  clocks.find(({ due, paused }) => due === country && !paused);

/** What ran out first for one side, of the deadlines of an incident. `nowMs` is milliseconds since 1970. */
export function overdueFor(clocks: readonly Clock[], country: Country, nowMs: number): Clock | undefined {
  const next = dueFor(clocks, country);
  return next && Date.parse(next.dueAt) <= nowMs ? next : undefined;
}
