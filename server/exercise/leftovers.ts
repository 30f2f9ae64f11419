/** Finds what an earlier process of the exercise left in the picture, except what a person has acted on. */
import { makerOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { isOpen } from "@/domain/incident/machine";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Picture } from "@/domain/picture";
import { isLiveRequest } from "@/domain/request/machine";
import { isLiveTask } from "@/domain/task/machine";
import { type Country, countries } from "@/domain/vocabulary";
import type { ExerciseAccounts } from "./accounts";
import type { Leftover, Thing } from "./run";

/** Events per history; the exercise's own histories are far shorter. */
const historyLimit = 500;

export type LeftoverServices = {
  accounts: Pick<ExerciseAccounts, "isExercise">;
  pictureOf: (country: Country) => Picture | undefined;
  history: (country: Country, subject: string, limit: number) => Promise<readonly FullEvent[]>;
  nowMs: number;
};

type Found = { thing: Thing; incidentId: string | undefined };

/** Everything that can belong to an incident and was created by this country, from its own picture. */
function thingsIn(picture: Picture, country: Country): Found[] {
  const made = <Kind extends Thing["kind"]>(kind: Kind, subject: string, live: boolean) => ({
    thing: { kind, subject, country, live },
  });
  const all: Found[] = [
    ...[...picture.tasks.values()].map((one) => ({
      ...made("task", one.id, isLiveTask(one)),
      incidentId: one.incidentId,
    })),
    ...[...picture.requests.values()].map((one) => ({
      ...made("request", one.id, isLiveRequest(one)),
      incidentId: one.incidentId,
    })),
    ...[...picture.proposals.values()].map((one) => ({
      ...made("proposal", one.id, one.status === "made"),
      incidentId: one.incidentId,
    })),
    ...[...picture.messages.values()].map((one) => ({
      ...made("message", one.id, false),
      incidentId: one.incidentId,
    })),
    ...[...picture.drawings.values()].map((one) => ({
      ...made("drawing", one.id, false),
      incidentId: one.incidentId,
    })),
  ];
  return all.filter(({ thing }) => makerOf(thing.subject) === country);
}

async function leftoverIncidents({
  accounts,
  pictureOf,
  history,
}: LeftoverServices): Promise<Map<string, Leftover>> {
  const left = new Map<string, Leftover>();
  for (const country of countries) {
    for (const entity of pictureOf(country)?.incidents.values() ?? []) {
      if (!isIncident(entity) || !isOwn(entity, country, accounts)) continue;
      const events = await history(country, entity.id, historyLimit);
      if (events.some(({ actor }) => !accounts.isExercise(actor.by))) continue;
      const endedAt = entity.closed?.at ?? events[0]?.at ?? entity.reportedAt;
      const { id: incident, owner } = entity;
      left.set(incident, {
        country,
        owner,
        incident,
        open: isOpen(entity),
        endedAtMs: Date.parse(endedAt),
        things: [],
      });
    }
  }
  return left;
}

const isOwn = (incident: Incident, country: Country, accounts: LeftoverServices["accounts"]): boolean => {
  const { reporter } = incident.national ?? {};
  return makerOf(incident.id) === country && reporter !== undefined && accounts.isExercise(reporter);
};

/** The incidents left with what belongs to them, and the things left whose incident is gone. */
export async function findLeftovers(services: LeftoverServices): Promise<Leftover[]> {
  const { accounts, pictureOf, history, nowMs } = services;
  const incidents = await leftoverIncidents(services);
  const detached: Leftover[] = [];
  for (const country of countries) {
    const picture = pictureOf(country);
    if (!picture) continue;
    for (const { thing, incidentId } of thingsIn(picture, country)) {
      const events = await history(country, thing.subject, historyLimit);
      const isTouched = events.some(
        ({ actor, type }) => !accounts.isExercise(actor.by) && type !== "message.read",
      );
      const left = incidents.get(incidentId ?? "");
      if (isTouched && incidentId) incidents.delete(incidentId);
      else if (isTouched) continue;
      else if (left) incidents.set(left.incident ?? "", { ...left, things: [...left.things, thing] });
      else if (!incidentId || !picture.incidents.has(incidentId)) {
        detached.push({ country, owner: country, open: false, endedAtMs: nowMs, things: [thing] });
      }
    }
  }
  return [...incidents.values(), ...detached];
}
