/** The collections of the picture, one row each: form, fold, and who is shown what. */
import type { z } from "zod";
import { evolveClock } from "./clock/evolve";
import { clockMarkSchema } from "./clock/schema";
import { clockVisibility } from "./clock/visibility";
import { evolveDrawing } from "./drawing/evolve";
import { drawingSchema } from "./drawing/schema";
import { drawingVisibility } from "./drawing/visibility";
import { type Collection, collections, type EventIn } from "./events";
import { evolveIncident, isLate } from "./incident/evolve";
import { type IncidentEntity, incidentEntitySchema, isIncident } from "./incident/schema";
import { incidentVisibility, jointIncident, redactIncident } from "./incident/visibility";
import { evolveMessage } from "./message/evolve";
import { messageSchema } from "./message/schema";
import { messageVisibility } from "./message/visibility";
import { evolveProposal } from "./proposal/evolve";
import { proposalSchema } from "./proposal/schema";
import { proposalVisibility } from "./proposal/visibility";
import { evolveRelease } from "./release/evolve";
import { evolveRequest } from "./request/evolve";
import { requestSchema } from "./request/schema";
import { requestVisibility } from "./request/visibility";
import { evolveTask } from "./task/evolve";
import { taskSchema } from "./task/schema";
import { taskVisibility } from "./task/visibility";
import { evolveTransfer } from "./transfer/evolve";
import { evolveUnit } from "./unit/evolve";
import { unitSchema } from "./unit/schema";
import { unitVisibility } from "./unit/visibility";
import { perEntity, picker, type Visibility } from "./visibility";

/** What a screen may hold: the views of its audience, and the joint picture alone, for a display that is to show no more. */
export const audienceViews = ["full", "redacted", "admin", "joint"] as const;
export type AudienceView = (typeof audienceViews)[number];

/** An entity as somebody may see it, in its own form; null when it is not theirs to see. */
type Shown<Entity> = (entity: Entity) => Entity | null;

export type Slice<Entity, Event> = {
  /** The form of what stands in the collection. */
  schema: z.ZodType<Entity>;
  visibility: Visibility<Entity>;
  /** The entity after an event; undefined means it is not in the picture. Pure, total over erased bodies. */
  evolve: (before: Entity | undefined, event: Event) => Entity | undefined;
  /** What both countries hold of it. */
  joint: Shown<Entity>;
  /** What each view is shown of it. */
  shown: Readonly<Record<AudienceView, Shown<Entity>>>;
};

type Plan<Entity, Event> = Pick<Slice<Entity, Event>, "schema" | "visibility" | "evolve"> & {
  /** Whether both countries hold it; or what of it, where that is not a matter of fields alone. */
  isJoint?: (entity: Entity) => boolean;
  joint?: Shown<Entity>;
  /** Where redaction is more than leaving fields out. */
  redact?: Shown<Entity>;
};

function slice<Entity extends object, Event>(plan: Plan<Entity, Event>): Slice<Entity, Event> {
  const { schema, visibility, evolve, isJoint } = plan;
  const pickPartner = picker(visibility, "partner");
  const joint = plan.joint ?? ((entity) => (isJoint?.(entity) ? pickPartner(entity) : null));
  const redacted = perEntity(plan.redact ?? picker(visibility, "redacted"));
  const shown = {
    full: perEntity(picker(visibility, "full")),
    redacted,
    admin: picker(visibility, "admin"),
    joint: (entity: Entity) => {
      const seen = redacted(entity);
      return seen && joint(seen);
    },
  };
  return { schema, visibility, evolve, joint, shown };
}

/** Incident, release and transfer write one entity; a late step of the partner changes nothing in any of them. */
function evolveIncidents(
  before: IncidentEntity | undefined,
  event: EventIn<"incidents">,
): IncidentEntity | undefined {
  if (isLate(before, event)) return before;
  switch (event.type) {
    case "incident.released":
    case "incident.restored":
    case "release.requested":
    case "release.approved":
    case "release.refused":
    case "release.reviewed":
    case "release.recalled":
    case "release.recall-acknowledged":
      return evolveRelease(before, event);
    case "transfer.offered":
    case "transfer.accepted":
    case "transfer.declined":
    case "transfer.completed":
      return isIncident(before) ? evolveTransfer(before, event) : before;
    default:
      return evolveIncident(before, event);
  }
}

const rows = {
  incidents: slice({
    schema: incidentEntitySchema,
    visibility: incidentVisibility,
    evolve: evolveIncidents,
    joint: jointIncident,
    redact: redactIncident,
  }),
  tasks: slice({
    schema: taskSchema,
    visibility: taskVisibility,
    evolve: evolveTask,
    isJoint: (task) => task.shared === true,
  }),
  requests: slice({
    schema: requestSchema,
    visibility: requestVisibility,
    evolve: evolveRequest,
    isJoint: () => true,
  }),
  /** National; what a joint task shows of one stands in the task. */
  units: slice({
    schema: unitSchema,
    visibility: unitVisibility,
    evolve: evolveUnit,
    isJoint: () => false,
  }),
  messages: slice({
    schema: messageSchema,
    visibility: messageVisibility,
    evolve: evolveMessage,
    isJoint: (message) => message.unshared === undefined,
  }),
  proposals: slice({
    schema: proposalSchema,
    visibility: proposalVisibility,
    evolve: evolveProposal,
    isJoint: () => true,
  }),
  clocks: slice({
    schema: clockMarkSchema,
    visibility: clockVisibility,
    evolve: evolveClock,
    isJoint: (mark) => Object.keys(mark.parts).length > 0,
  }),
  drawings: slice({
    schema: drawingSchema,
    visibility: drawingVisibility,
    evolve: evolveDrawing,
    isJoint: (drawing) => drawing.shared === true,
  }),
};

/** What is stored under an id, per collection. Entities are immutable: a change makes a new one. */
export type Entities = { [Name in Collection]: z.infer<(typeof rows)[Name]["schema"]> };
export const slices: { readonly [Name in Collection]: Slice<Entities[Name], EventIn<Name>> } = rows;

/** Makes one thing per collection; what the whole then is, its caller says. */
export const perCollection = <Made>(make: (name: Collection) => Made): Record<string, Made> =>
  Object.fromEntries(collections.map((name) => [name, make(name)]));
