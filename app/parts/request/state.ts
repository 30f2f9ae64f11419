/** How a request stands, for whatever shows it: who holds the ball, which clock counts, whether it is open. Pure. */
import type { Clock } from "@/domain/clock/clocks";
import {
  type IncidentContext,
  type PendingActionName,
  requestPendingActions,
  sinceOf,
  strayTasks,
} from "@/domain/pending-actions/pending-actions";
import type { HeadsMessage } from "@/domain/protocol/down";
import { agreedOf, isLiveRequest } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { type Country, countries } from "@/domain/vocabulary";

type TaskOf = IncidentContext["taskOf"];

export type NextMove = {
  /** Whose move it is; both in a joint patrol or a handover. */
  countries: readonly Country[];
  word: PendingActionName | "working";
  /** ISO 8601 UTC. */
  since: string;
};

/** Who must do what, and since when; null when nobody has to any more. */
export function nextMoveOf(request: Request, taskOf: TaskOf): NextMove | null {
  const debts = requestPendingActions(request, taskOf);
  const top = debts.find(({ name }) => name === "read-request") ?? debts[0];
  if (top) {
    const by = debts.filter(({ name }) => name === top.name).map((debt) => debt.by);
    return { countries: by, word: top.name, since: top.since };
  }
  if (!isLiveRequest(request)) return null;
  const both = agreedOf(request).action === "joint-patrol";
  return { countries: both ? countries : [request.to], word: "working", since: sinceOf(request) };
}

/** Whether somebody still has to do something about it: live, or withdrawn with a unit still on its way. */
export const isOpenRequest = (request: Request, taskOf: TaskOf): boolean =>
  isLiveRequest(request) || strayTasks(request, taskOf).length > 0;

/** The open ones, the newest first; then the ended ones, the newest first. */
export function byOpenness(
  requests: readonly Request[],
  taskOf: TaskOf,
): { open: Request[]; ended: Request[] } {
  const newest = [...requests].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
  const open = newest.filter((request) => isOpenRequest(request, taskOf));
  return { open, ended: newest.filter((request) => !open.includes(request)) };
}

/** The clock to show for a thing: what runs out first; a paused one only when none runs. */
export function clockAbout(clocks: readonly Clock[], about: string): Clock | undefined {
  const found = clocks.filter((clock) => clock.about === about);
  return found.find(({ paused }) => !paused) ?? found[0];
}

/** One clock per request, what runs out next first; the paused come last. `clocks` are soonest due first. */
export function requestClocks(clocks: readonly Clock[], isRequest: (id: string) => boolean): Clock[] {
  const byRequest = new Map<string, Clock>();
  for (const clock of [...clocks].sort((a, b) => Number(a.paused) - Number(b.paused))) {
    if (!byRequest.has(clock.about) && isRequest(clock.about)) byRequest.set(clock.about, clock);
  }
  return [...byRequest.values()];
}

/** What runs out next for one side, of the clocks of an incident (soonest due first). */
export const dueFor = (clocks: readonly Clock[], country: Country): Clock | undefined =>
  clocks.find(({ due, paused }) => due === country && !paused);

/** Whether what a side did at a moment (ISO 8601) cannot have reached the other: the link was down by then. */
export function isUnsent(
  { at, by }: { at: string; by: Country },
  viewer: Country,
  partner: HeadsMessage["partner"] | undefined,
): boolean {
  return by === viewer && partner?.state === "down" && at >= partner.since;
}
