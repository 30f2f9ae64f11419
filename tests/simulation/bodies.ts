/** Turns a random step into a command on the present picture: its subject and its body. */
import { clocksOf } from "@/domain/clock/clocks";
import type { CommandType } from "@/domain/commands";
import { runningOf } from "@/domain/ending/running";
import { isIncident } from "@/domain/incident/schema";
import { rules } from "@/domain/permissions";
import { nextStep } from "@/domain/task/machine";
import { belongingTo } from "@/domain/view";
import { actions, type Country, impacts, kinds } from "@/domain/vocabulary";
import { type Node, start } from "./world";

/** The random numbers of a command: for its account, its subject and its body. */
export type CommandStep = {
  do: "command";
  country: Country;
  type: CommandType;
  who: number;
  pick: number;
  with: number;
};

/** Whose picture a command is made on; `own.length` numbers what it makes. */
export type Side = Pick<Node, "country" | "fold"> & { readonly own: { readonly length: number } };
export type Order = { subject: string; body: unknown };

function from<Value>(list: readonly Value[], number: number): Value | undefined {
  return list[number % Math.max(1, list.length)];
}

const newSubject = (node: Side, number: number) =>
  `${node.country}-00000000-0000-4000-8000-${String((node.own.length + 1) * 1_000 + (number % 3)).padStart(12, "0")}`;

const place = (number: number) => ({ lng: 104.4 + (number % 300) / 100, lat: 12.6 + (number % 250) / 100 });
const reason = { reason: "CANARY-reason" };
const text = { text: "CANARY-text", lang: "en" };
const said = (number: number) =>
  number % 5 === 0 ? { phrase: { id: "medical-needed", slots: { count: 1 } } } : { text };
const action = (number: number) => from(["patrol", "handover", "joint-patrol", "screen"], number);

function people(number: number) {
  return number % 2 === 0
    ? {}
    : { people: [{ role: from(["possible-victim", "suspect"], number >> 1), count: 1 + (number % 9) }] };
}

function report(number: number) {
  return {
    kind: from(kinds, number),
    impact: from(impacts, number >> 3),
    place: place(number),
    occurredAt: new Date(start).toISOString(),
    ...people(number >> 2),
    ...(number % 3 === 0 ? { dangerToLife: true } : number % 3 === 1 ? { historical: true } : {}),
    ...(number % 11 === 0 ? { protection: true } : {}),
    ...(number % 5 === 0 ? { note: text } : {}),
    ...(number % 7 === 0 ? { response: [{ action: from(actions, number), state: "done" }] } : {}),
  };
}

function changes(number: number) {
  const options = [
    { kind: from(kinds, number >> 2) },
    { impact: from(impacts, number >> 2) },
    { place: place(number) },
    { people: [{ role: "victim", count: 1 }] },
    { dangerToLife: number % 8 > 3 },
    number % 16 === 5 ? { protection: true } : { handling: "H2" },
  ];
  return from(options, number) ?? {};
}

/** The ids that a command of this type may be about; own ones first where only the own side may. */
function subjectsFor(node: Side, type: CommandType): string[] {
  const { picture } = node.fold;
  const prefix = type.slice(0, type.indexOf("."));
  switch (prefix) {
    case "task":
      return [...picture.tasks.keys()];
    case "request":
      return [...picture.requests.keys()];
    case "proposal":
      return [...picture.proposals.keys()];
    case "message":
      return [...picture.messages.keys()];
    case "unit":
    case "duty":
      return [...picture.units.keys()];
    case "drawing":
      return [...picture.drawings.keys(), newSubject(node, 0)];
    case "alarm":
    case "clock":
      return type === "clock.archive"
        ? [...picture.clocks.keys()]
        : clocksOf(picture).map((clock) => clock.id);
    default:
      return [...picture.incidents.keys()];
  }
}

function ids(node: Side, number: number) {
  const incidents = [...node.fold.picture.incidents.values()].filter(isIncident);
  const released = incidents.filter((incident) => incident.sharing === "released");
  const accepted = [...node.fold.picture.requests.values()].filter(
    (request) => request.status === "accepted",
  );
  return {
    any: from(incidents, number)?.id ?? newSubject(node, number),
    released: from(released, number)?.id ?? newSubject(node, number),
    unit: from([...node.fold.picture.units.keys()], number) ?? newSubject(node, number),
    accepted: from(accepted, number),
  };
}

const mostTries = 6;

/**
 * Candidates for a step: a few subjects with a body for each, to be tried in turn until one is accepted, so that rare
 * commands meet the rare states that allow them. None when the picture holds no possible subject.
 */
export function ordersFor(node: Side, step: CommandStep): Order[] {
  const creates = rules[step.type].side === "create";
  const subjects = creates ? [newSubject(node, step.pick)] : subjectsFor(node, step.type);
  const start = step.pick % Math.max(1, subjects.length);
  const turned = [...subjects.slice(start), ...subjects.slice(0, start)].slice(0, mostTries);
  return turned.map((subject) => ({ subject, body: contentFor(node, step, subject) }));
}

function contentFor(node: Side, step: CommandStep, subject: string): unknown {
  const number = step.with;
  const known = ids(node, number);
  switch (step.type) {
    case "incident.report":
      return report(number);
    case "incident.revise":
      return { changes: changes(number) };
    case "proposal.make":
      return { incidentId: known.released, changes: changes(number) };
    case "incident.close":
      return { outcome: "resolved", ...ends(node, subject, number) };
    case "incident.merge":
      return { into: known.any, ...ends(node, subject, number) };
    case "transfer.complete":
      return ends(node, subject, number);
    case "incident.link":
      return { to: known.any };
    case "incident.assess":
      return { grading: { source: from(["A", "C", "F"], number), info: from(["1", "6"], number) } };
    case "incident.attend":
      return { through: node.fold.vector };
    case "incident.note":
      return { text, audience: from(["national", "joint"], number) };
    case "entry.strike":
      return { entryId: noteOf(node, subject, number), ...reason };
    case "release.approve":
      return number % 4 === 0 ? { exactPlace: true } : {};
    case "message.post":
      return { ...said(number), ...(number % 2 === 0 ? { incidentId: known.any } : {}) };
    default:
      return responseFor(node, step, subject, known);
  }
}

/** Mostly all that the own side can end, sometimes nothing: then only what has nothing running is ended. */
function ends({ country, fold: { picture } }: Side, incidentId: string, number: number) {
  const incident = picture.incidents.get(incidentId);
  if (number % 4 === 0 || !isIncident(incident)) return {};
  return { ends: runningOf(incident, belongingTo(picture, incidentId), country).map(({ id }) => id) };
}

function noteOf(node: Side, subject: string, number: number): string {
  const incident = node.fold.picture.incidents.get(subject);
  const joint = isIncident(incident) ? (incident.notes ?? []) : [];
  return from([...joint, ...(incident?.national?.notes ?? [])], number)?.id ?? "none";
}

function responseFor(node: Side, step: CommandStep, subject: string, known: ReturnType<typeof ids>): unknown {
  const number = step.with;
  switch (step.type) {
    case "drawing.put":
      return drawing(number, known);
    case "unit.register":
      return { callsign: "STR-21", kind: "boat" };
    case "unit.status":
      return { status: from(["available", "busy", "out_of_service"], number) };
    case "task.assign":
      return assignment(number, known);
    case "task.advance": {
      const task = node.fold.picture.tasks.get(subject);
      const next = task && nextStep[task.status];
      return {
        to: number % 10 === 0 || !next || next === "acknowledged" ? "on_scene" : next,
        result: "CANARY-result",
      };
    }
    case "task.reassign":
      return { unitId: known.unit, ...reason };
    case "request.make":
      return {
        incidentId: known.released,
        action: action(number),
        urgency: from(["urgent", "pursuit"], number),
        ...(number % 3 === 0 ? { handover: handover(number) } : {}),
      };
    case "request.accept":
      return number % 2 === 0 ? {} : { assign: { taskId: newSubject(node, number), unitId: known.unit } };
    case "request.counter":
      return { action: action(number) };
    case "request.complete":
      return { result: "CANARY-result" };
    case "request.confirm":
      return { count: number % 8 === 0 ? 2 : 1 };
    default:
      return needsReason(step.type) ? reason : {};
  }
}

/** The place and time of a handover, also for other actions, where the parser accepts it. */
const handover = (number: number) => ({
  of: from(["persons", "evidence", "vehicles"], number >> 2),
  place: place(number),
  at: new Date(start + (number % 9) * 60_000).toISOString(),
  receivingDesk: "CANARY-desk",
});

function drawing(number: number, { any, released }: ReturnType<typeof ids>): unknown {
  const { lng, lat } = place(number);
  const audience = from(["national", "joint"], number);
  const point = {
    shape: "label",
    geometry: { type: "Point", coordinates: [lng, lat] },
    label: "CANARY-label",
  };
  return {
    ...point,
    audience,
    ...(number % 3 === 0 ? { incidentId: audience === "joint" ? released : any } : {}),
  };
}

function assignment(number: number, { any, released, unit, accepted }: ReturnType<typeof ids>): unknown {
  if (number % 3 === 0 && accepted) {
    return { incidentId: accepted.incidentId, unitId: unit, action: accepted.action, requestId: accepted.id };
  }
  const shared = number % 2 === 0;
  return { incidentId: shared ? released : any, unitId: unit, action: action(number), shared };
}

const withReason = new Set<CommandType>([
  "incident.reopen",
  "protection.clear",
  "release.refuse",
  "release.urgent",
  "release.recall",
  "transfer.offer",
  "transfer.decline",
  "proposal.decline",
  "task.decline",
  "task.cancel",
  "request.withdraw",
  "request.decline",
  "request.refuse-counter",
  "clock.pause",
]);
const needsReason = (type: CommandType): boolean => withReason.has(type);
