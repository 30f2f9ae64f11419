/** Finds what an earlier process of the exercise left in the picture, except what a person has acted on. */
import { makerOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { isOpen } from "@/domain/incident/machine";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Picture } from "@/domain/picture";
import { isLiveRequest } from "@/domain/request/machine";
import { isLiveTask } from "@/domain/task/machine";
import type { Country } from "@/domain/vocabulary";
import type { ExerciseAccounts } from "./accounts";
import type { Leftover, Thing } from "./run";

/** Events per history; the exercise's own histories are far shorter. */
const historyLimit = 500;

export type LeftoverServices = {
  /** The countries whose part is played here. */
  plays: readonly Country[];
  accounts: Pick<ExerciseAccounts, "isExercise">;
  /** Whether an incident of the other country is one of the scenario. */
  isStory: (incident: string) => boolean;
  pictureOf: (country: Country) => Picture | undefined;
  history: (country: Country, subject: string, limit: number) => Promise<readonly FullEvent[]>;
  nowMs: number;
};

type Found = { thing: Thing; incidentId: string | undefined };

/** Everything in a picture that can belong to an incident, with the country that created it. */
function thingsIn(picture: Picture): Found[] {
  const found = <Kind extends Thing["kind"]>(
    kind: Kind,
    { id: subject, incidentId }: { id: string; incidentId?: string | undefined },
    live = false,
  ): Found => ({ thing: { kind, subject, country: makerOf(subject), live }, incidentId });
  return [
    ...[...picture.tasks.values()].map((one) => found("task", one, isLiveTask(one))),
    ...[...picture.requests.values()].map((one) => found("request", one, isLiveRequest(one))),
    ...[...picture.proposals.values()].map((one) => found("proposal", one, one.status === "made")),
    ...[...picture.messages.values()].map((one) => found("message", one)),
    ...[...picture.drawings.values()].map((one) => found("drawing", one)),
  ];
}

/** Whether this picture is where a subject is looked at: its maker's, or the only one there is here. */
const isSeenBy = (country: Country, subject: string, plays: readonly Country[]): boolean =>
  makerOf(subject) === country || !plays.includes(makerOf(subject));

async function leftoverIncidents(services: LeftoverServices): Promise<Map<string, Leftover>> {
  const { accounts, pictureOf, history, plays } = services;
  const left = new Map<string, Leftover>();
  for (const country of plays) {
    for (const entity of pictureOf(country)?.incidents.values() ?? []) {
      if (!isIncident(entity) || !isSeenBy(country, entity.id, plays) || !isOfExercise(entity, services))
        continue;
      const events = await history(country, entity.id, historyLimit);
      if (events.some(({ actor }) => !accounts.isExercise(actor))) continue;
      const endedAt = entity.closed?.at ?? events[0]?.at ?? entity.reportedAt;
      const { id: incident, owner } = entity;
      const open = isOpen(entity);
      left.set(incident, {
        ...{ country: makerOf(incident), owner, incident, open, things: [] },
        isUnread: open && makerOf(incident) !== country && !entity.acknowledged[country],
        endedAtMs: Date.parse(endedAt),
      });
    }
  }
  return left;
}

function isOfExercise({ id, national }: Incident, { plays, accounts, isStory }: LeftoverServices): boolean {
  if (!plays.includes(makerOf(id))) return isStory(id);
  const by = national?.reporter;
  return by !== undefined && accounts.isExercise({ by, role: "operator" });
}

/** The incidents left with what belongs to them, and the things left whose incident is gone. */
export async function findLeftovers(services: LeftoverServices): Promise<Leftover[]> {
  const { accounts, pictureOf, history, nowMs, plays } = services;
  const incidents = await leftoverIncidents(services);
  const detached: Leftover[] = [];
  for (const country of plays) {
    const picture = pictureOf(country);
    if (!picture) continue;
    for (const { thing, incidentId } of thingsIn(picture)) {
      if (!isSeenBy(country, thing.subject, plays)) continue;
      const events = await history(country, thing.subject, historyLimit);
      const isTouched = events.some(
        ({ actor, type }) => !accounts.isExercise(actor) && type !== "message.read",
      );
      const left = incidents.get(incidentId ?? "");
      if (isTouched && incidentId) incidents.delete(incidentId);
      else if (isTouched) continue;
      else if (left) incidents.set(left.incident ?? "", { ...left, things: [...left.things, thing] });
      else if (!incidentId || !picture.incidents.has(incidentId)) {
        const { country: maker } = thing;
        detached.push({ country: maker, owner: maker, open: false, endedAtMs: nowMs, things: [thing] });
      }
    }
  }
  return [...incidents.values(), ...detached];
}
