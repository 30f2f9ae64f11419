/**
 * News: what a step leaves on the thing it wrote for a centre that has not had it on screen yet. Which step leaves
 * which, and who has seen it, is in `pending-actions/`.
 */
import { z } from "zod";
import { instantSchema, streamSchema, streams, type Vector } from "./envelope";

/** What came back, the gravest first. */
export const whats = [
  "help-needed",
  "task-declined",
  "raised",
  "recalled",
  "request-withdrawn",
  "request-declined",
  "counter-refused",
  "transfer-declined",
  "request-made",
  "request-countered",
  "transfer-offered",
  "transfer-accepted",
  "transfer-completed",
  "counter-accepted",
  "request-accepted",
  "task-cancelled",
  "revision-waits",
  "proposal-made",
  "proposal-declined",
  "proposal-accepted",
  "request-completed",
  "task-completed",
  "handover-confirmed",
  "message",
  "note",
] as const;
export const whatSchema = z.enum(whats);
export type What = z.infer<typeof whatSchema>;

export const newsSchema = z.strictObject({
  what: whatSchema,
  /** Where the event stands that brought it. */
  stream: streamSchema,
  seq: z.number().int().min(1),
  /** When it was entered. ISO 8601 UTC. */
  at: instantSchema,
  /** Set when an officer of the writing country brought it: then its own desks have not seen it either. */
  unit: z.literal(true).optional(),
});
export type News = z.infer<typeof newsSchema>;

/** In the order of stream and seq; absent when there is none. */
export const newsListSchema = z.array(newsSchema).optional();

const held = z.number().int().min(0).optional();
const reachSchema = z.strictObject({
  "KH.joint": held,
  "KH.national": held,
  "LA.joint": held,
  "LA.national": held,
});

/** How far an own centre has had things on screen: its desks, and its commanders among them. */
export const attendedSchema = z.strictObject({
  desk: reachSchema.optional(),
  commander: reachSchema.optional(),
});
export type Attended = z.infer<typeof attendedSchema>;

/** What an own officer made graver and no own desk has read: where that stands, and what it calls the centre for. */
export const ownRaiseSchema = z.strictObject({
  stream: streamSchema,
  seq: z.number().int().min(1),
  at: instantSchema,
  /** Absent where it is graver, but takes over no screen. */
  why: z.enum(["danger-to-life", "pursuit"]).optional(),
});
export type OwnRaise = z.infer<typeof ownRaiseSchema>;

/** What one country alone holds about an incident: its national news and raise, and what its centre has attended to. */
export const attentionSchema = z.strictObject({
  news: newsListSchema,
  raised: ownRaiseSchema.optional(),
  attended: attendedSchema.optional(),
});
export type Attention = z.infer<typeof attentionSchema>;

const compare = (a: News, b: News): number =>
  a.stream === b.stream ? a.seq - b.seq : a.stream < b.stream ? -1 : 1;

/** The newest of one kind that one stream may leave on one thing; older ones count no more. */
const mostOfAKind = 8;

/** A list with one more, in its order and bounded so that streams commute (rule O1). */
export function withOneMore(list: readonly News[] | undefined, added: News): News[] {
  const all = [...(list ?? []), added].sort(compare);
  const alike = all.filter(({ what, stream }) => what === added.what && stream === added.stream);
  const [oldest] = alike;
  return alike.length > mostOfAKind ? all.filter((one) => one !== oldest) : all;
}

/** A list without some kinds. */
export const without = (list: readonly News[] | undefined, gone: ReadonlySet<What>): News[] =>
  (list ?? []).filter(({ what }) => !gone.has(what));

/** Whether a vector holds the event that brought it. */
export const isCovered = (
  vector: Vector | undefined,
  { stream, seq }: Pick<News, "stream" | "seq">,
): boolean => (vector?.[stream] ?? 0) >= seq;

/** The highest of two vectors, per stream. */
export function highest(a: Vector | undefined, b: Vector): Vector {
  const vector: Vector = { ...a };
  for (const stream of streams) {
    const seq = b[stream];
    if (seq !== undefined && seq > (vector[stream] ?? 0)) vector[stream] = seq;
  }
  return vector;
}
