/** Server → client: everything a screen may receive. */
import { z } from "zod";
import { actorSchema } from "../actor";
import { fenceWarnings } from "../drawing/schema";
import { headerSchema, streamSchema, vectorSchema } from "../envelope";
import { wireErrorSchema } from "../errors";
import { type Collection, collections, type FullEvent } from "../events";
import { incidentSchema } from "../incident/schema";
import { type Entities, perCollection, slices } from "../slices";
import { countrySchema } from "../vocabulary";
import { foldMarkSchema, screenSchema } from "./up";

/** The picture as it travels in a snapshot. */
export type WirePicture = { [Name in Collection]: Entities[Name][] };
type ListSchemas = { [Name in Collection]: z.ZodArray<(typeof slices)[Name]["schema"]> };
export const wirePictureSchema: z.ZodType<WirePicture> = z.strictObject(
  perCollection((name) => z.array(slices[name].schema)) as ListSchemas,
);

const headSchema = z.strictObject({ seq: z.number().int().min(0), hash: z.string() });
export const headsSchema = z.partialRecord(streamSchema, headSchema);
/** Per stream the last `seq` and its hash. */
export type Heads = z.infer<typeof headsSchema>;

export const pictureMessageSchema = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("snapshot"),
    vector: vectorSchema,
    heads: headsSchema,
    picture: wirePictureSchema,
    reset: z.literal(true).optional(),
  }),
  z.strictObject({ mode: z.literal("resume"), vector: vectorSchema }),
]);
export type PictureMessage = z.infer<typeof pictureMessageSchema>;

export const entitySchema = z.union(collections.map((name) => slices[name].schema));
export const redactedEventSchema = z.strictObject({
  ...headerSchema.shape,
  actor: actorSchema,
  discarded: z.literal(true).optional(),
  redacted: z.literal(true),
  /** The entity as this audience may see it after the event; null when it is gone. */
  body: z.strictObject({ after: entitySchema.nullable() }),
});
/** An event for walls and field screens: what happened, without what was said. */
export type RedactedEvent = z.infer<typeof redactedEventSchema>;
export type WireEvent = FullEvent | RedactedEvent;
export const isRedacted = (event: WireEvent): event is RedactedEvent => "redacted" in event;

/** How a type is written. What the partner sends is shown as a type only when it looks like one. */
export const eventTypePattern = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/** An event of the partner that is not taken in: held until this node knows more, or quarantined as wrong. */
export const heldEventSchema = z.strictObject({
  stream: streamSchema,
  seq: z.number().int().min(1),
  state: z.enum(["held", "quarantined"]),
  /** Why, as a stable name (docs/protocol.md). */
  reason: z.string().max(60),
  /** As the partner's header says; absent where it cannot be read. */
  type: z.string().max(60).regex(eventTypePattern).optional(),
  since: z.iso.datetime(),
});
export type HeldEvent = z.infer<typeof heldEventSchema>;

export const partnerStateSchema = z.enum(["shared", "live", "behind", "down"]);
export const headsMessageSchema = z.strictObject({
  at: z.iso.datetime(),
  heads: headsSchema,
  fold: foldMarkSchema,
  partner: z.strictObject({
    state: partnerStateSchema,
    since: z.iso.datetime(),
    applied: vectorSchema.optional(),
    /** Whether the partner's fold at the same joint vector gives the same digest; absent when unknown. */
    same: z.boolean().optional(),
    /** Joint events that one side has and the other lacks, and for how long. */
    behind: z.strictObject({ events: z.number().int().min(0), seconds: z.number().int().min(0) }).optional(),
    /** How far the partner's clock is ahead of this node's. */
    clockOffsetMs: z.number().optional(),
    /** Events of the partner that wait to be taken in: held, or quarantined. */
    held: z.number().int().min(0).optional(),
    /** The first of those: what it is, as far as its header can be read, and why it waits. */
    waits: heldEventSchema.optional(),
    /** Both nodes run, and fold by other versions: their digests are not compared. */
    otherVersion: z.literal(true).optional(),
    /** False on a node of one country that has no link to the other's yet. */
    linked: z.literal(false).optional(),
    /**
     * `contradiction`: the partner told two histories of its stream. `forged`: heads or keys came in its name that it
     * did not sign. Either is for people to settle by telephone.
     */
    alarm: z.enum(["contradiction", "forged"]).optional(),
    /** This node was restored from a backup: it takes no joint command until an administrator has run recover. */
    restored: z.literal(true).optional(),
  }),
});
export type HeadsMessage = z.infer<typeof headsMessageSchema>;

export const ownMessageSchema = z.strictObject({ incidents: z.array(incidentSchema) });
export type OwnMessage = z.infer<typeof ownMessageSchema>;

export const presenceSchema = z.array(
  z.strictObject({
    country: countrySchema,
    screen: screenSchema,
    count: z.number().int().min(0),
    /** Joint events the slowest of them still lacks. */
    behind: z.number().int().min(0),
    same: z.boolean(),
    /** At least one of them folds by another version: it is not compared. */
    otherVersion: z.literal(true).optional(),
    /** How many of them have their sound held back by the browser; absent when none has. */
    silent: z.number().int().min(1).optional(),
  }),
);
export type Presence = z.infer<typeof presenceSchema>;

export const positionsSchema = z.array(
  z.tuple([z.string(), z.number(), z.number(), z.number(), z.number().nullable(), z.number().nullable()]),
);
export type Positions = z.infer<typeof positionsSchema>;

/** One unit that crossed the edge of a watched area; told until a desk of the centre has seen it, or for a day. */
export const fenceNoticeSchema = z.strictObject({
  id: z.uuid(),
  /** The drawing that watches. */
  drawing: z.string(),
  /** What it was called when the unit crossed; it may be gone since. */
  label: z.string().optional(),
  warning: z.enum(fenceWarnings),
  unit: z.string(),
  callsign: z.string(),
  country: countrySchema,
  /** When the unit was first seen on the other side of the edge. */
  at: z.iso.datetime(),
});
export type FenceNotice = z.infer<typeof fenceNoticeSchema>;
export const fencesSchema = z.array(fenceNoticeSchema);
export type Fences = z.infer<typeof fencesSchema>;

export const endedSchema = z.strictObject({ code: z.enum(["unauthenticated", "slow", "restarting"]) });
export type Ended = z.infer<typeof endedSchema>;

export const commandAnswerSchema = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    events: z.array(z.strictObject({ stream: streamSchema, seq: z.number().int() })),
  }),
  z.strictObject({ ok: z.literal(false), error: wireErrorSchema }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

export const trackAnswerSchema = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    /** `[lng, lat, atMs]`, oldest first. */
    points: z.array(z.tuple([z.number(), z.number(), z.number()])),
    /** Older points were left out: ask again with `to` before the first of these. */
    more: z.literal(true).optional(),
  }),
  z.strictObject({ ok: z.literal(false), error: wireErrorSchema }),
]);
export type TrackAnswer = z.infer<typeof trackAnswerSchema>;

/** Socket.IO's map of server → client messages. */
export interface ServerToClient {
  picture: (message: PictureMessage) => void;
  events: (events: WireEvent[]) => void;
  heads: (heads: HeadsMessage) => void;
  positions: (positions: Positions) => void;
  own: (own: OwnMessage) => void;
  presence: (presence: Presence) => void;
  fences: (fences: Fences) => void;
  ended: (ended: Ended) => void;
}

export const seenAnswerSchema = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), error: wireErrorSchema }),
]);
export type SeenAnswer = z.infer<typeof seenAnswerSchema>;

export type HistoryAnswer =
  | { ok: true; events: WireEvent[] }
  | { ok: false; error: z.infer<typeof wireErrorSchema> };

/** Socket.IO's map of client → server messages; payloads are unknown until parsed. */
export interface ClientToServer {
  command: (payload: unknown, answer: (answer: CommandAnswer) => void) => void;
  history: (payload: unknown, answer: (answer: HistoryAnswer) => void) => void;
  track: (payload: unknown, answer: (answer: TrackAnswer) => void) => void;
  "fences-seen": (payload: unknown, answer: (answer: SeenAnswer) => void) => void;
  position: (payload: unknown) => void;
  applied: (payload: unknown) => void;
}
