/**
 * Retention (safeguard S9), so that the live picture stays bounded: closed incidents and what belongs to them leave it after 72 hours,
 * and every incident expires at one year.
 */
import { clocksOf } from "@/domain/clock/clocks";
import type { ClockPart } from "@/domain/clock/schema";
import type { CommandType } from "@/domain/commands";
import { hasExpired } from "@/domain/drawing/fence";
import { isOpen } from "@/domain/incident/machine";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Picture } from "@/domain/picture";
import { isLiveRequest } from "@/domain/request/machine";
import { isLiveTask } from "@/domain/task/machine";
import type { Country } from "@/domain/vocabulary";

const hourMs = 3_600_000;
export const archiveAfterMs = 72 * hourMs;
export const expireAfterMs = 365 * 24 * hourMs;

/** Points of tracks older than this are deleted; milliseconds since 1970. */
export const tracksKeptSinceMs = (nowMs: number, days: number): number => nowMs - days * 24 * hourMs;

/** A command that is due; its id is derived from `since`, so that every process makes the same one. */
export type Due = { type: CommandType; subject: string; since: string };

const isPast = (since: string, afterMs: number, nowMs: number): boolean =>
  Date.parse(since) + afterMs <= nowMs;

function dueOfIncident(incident: Incident, nowMs: number): Due[] {
  const { id: subject, status, closed, reportedAt } = incident;
  if (status !== "expired" && isPast(reportedAt, expireAfterMs, nowMs)) {
    return [{ type: "incident.expire", subject, since: reportedAt }];
  }
  if (isOpen(incident)) return [];
  const since = closed?.at ?? reportedAt;
  return isPast(since, archiveAfterMs, nowMs) ? [{ type: "incident.archive", subject, since }] : [];
}

/** Incidents on which something still runs: they are refused, and would keep the others from their turn. */
function incidentsInUse({ tasks, requests, proposals }: Picture): Set<string> {
  const live = [
    ...[...tasks.values()].filter(isLiveTask),
    ...[...requests.values()].filter(isLiveRequest),
    ...[...proposals.values()].filter(({ answered }) => !answered),
  ];
  return new Set(live.map(({ incidentId }) => incidentId));
}

/** Ended tasks, requests, proposals and messages whose incident has left the picture, or that never had one. */
function dueWithoutIncident(picture: Picture, country: Country, nowMs: number): Due[] {
  const isDetached = (incidentId: string | undefined) => !incidentId || !picture.incidents.has(incidentId);
  const due: Due[] = [];
  for (const { id: subject, country: owner, ended, incidentId } of picture.tasks.values()) {
    const isOver = ended && isDetached(incidentId) && isPast(ended.at, archiveAfterMs, nowMs);
    if (owner === country && isOver) due.push({ type: "task.archive", subject, since: ended.at });
  }
  for (const request of picture.requests.values()) {
    const isOver = !isLiveRequest(request) && isDetached(request.incidentId);
    if (request.from !== country || !isOver || !isPast(request.made.at, archiveAfterMs, nowMs)) continue;
    due.push({ type: "request.archive", subject: request.id, since: request.made.at });
  }
  for (const { id: subject, from, incidentId, made, status } of picture.proposals.values()) {
    const isOver = status !== "made" && isDetached(incidentId) && isPast(made.at, archiveAfterMs, nowMs);
    if (from === country && isOver) due.push({ type: "proposal.archive", subject, since: made.at });
  }
  for (const { id: subject, from, incidentId, at } of picture.messages.values()) {
    const isOver = isDetached(incidentId) && isPast(at, archiveAfterMs, nowMs);
    if (from.country === country && isOver) due.push({ type: "message.archive", subject, since: at });
  }
  return due;
}

/** A country's own marks on clocks that no longer run. The command's id follows from what it archives. */
function dueOfClocks(picture: Picture, country: Country): Due[] {
  if (picture.clocks.size === 0) return [];
  const running = new Set(clocksOf(picture).map(({ id }) => id));
  return [...picture.clocks.values()].flatMap(({ id: subject, parts, nationalParts }): Due[] => {
    const part = parts[country] ?? nationalParts?.[country];
    return running.has(subject) || !part
      ? []
      : [{ type: "clock.archive", subject, since: lastChangeOf(part) }];
  });
}

/** When somebody last did something about a clock, ISO 8601 UTC. */
function lastChangeOf({ acknowledged, pauses }: ClockPart): string {
  const times = [acknowledged?.at, ...pauses.flatMap(({ from, to }) => [from, to])];
  return times.filter((time) => time !== undefined).reduce((a, b) => (a > b ? a : b), "");
}

/** The commands that are due for a country now, at most `limit` of them, so that other work is not delayed. */
export function dueNow(picture: Picture, country: Country, nowMs: number, limit: number): Due[] {
  const due: Due[] = [];
  const inUse = incidentsInUse(picture);
  for (const entity of picture.incidents.values()) {
    if (!isIncident(entity) || entity.owner !== country || inUse.has(entity.id)) continue;
    due.push(...dueOfIncident(entity, nowMs));
  }
  return [...due, ...dueWithoutIncident(picture, country, nowMs), ...dueOfClocks(picture, country)].slice(
    0,
    limit,
  );
}

/** The country's own drawings whose time has come, at most `limit` of them: they leave the picture at once. */
export function expiredDrawings(
  picture: Pick<Picture, "drawings">,
  country: Country,
  nowMs: number,
  limit: number,
): Due[] {
  const due: Due[] = [];
  for (const drawing of picture.drawings.values()) {
    if (due.length >= limit) break;
    if (drawing.owner !== country || !drawing.expiresAt || !hasExpired(drawing, nowMs)) continue;
    due.push({ type: "drawing.remove", subject: drawing.id, since: drawing.expiresAt });
  }
  return due;
}
