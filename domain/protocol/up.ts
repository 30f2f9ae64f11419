/** Client → server: everything a screen may send. */
import { z } from "zod";
import { instantSchema, streamSchema, subjectSchema, vectorSchema } from "../envelope";
import { placeInputSchema } from "../place";
import { supportedProtocolVersions } from "./version";

export const screens = ["wall", "command", "field", "report"] as const;
export const screenSchema = z.enum(screens);
export type Screen = z.infer<typeof screenSchema>;

export const handshakeSchema = z.object({
  protocol: z.literal(supportedProtocolVersions),
  screen: screenSchema,
  vector: vectorSchema.optional(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

export const historyQuerySchema = z.strictObject({
  subject: subjectSchema,
  /** Events that come before this one in the order of the log. */
  before: z
    .strictObject({ clock: z.number().int().min(0), stream: streamSchema, seq: z.number().int().min(1) })
    .optional(),
  limit: z.number().int().min(1).max(500).optional(),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

export const trackQuerySchema = z.strictObject({
  unitId: subjectSchema,
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export type TrackQuery = z.infer<typeof trackQuerySchema>;

/** A fix outside the map's surroundings, such as 0, 0, is an error of the device. */
const { lng, lat } = placeInputSchema.shape;

export const positionSchema = z.strictObject({
  unitId: z.string().max(60),
  lng,
  lat,
  /** When the device took it. */
  at: instantSchema,
  /** The radius in metres that the device believes it may be off by. */
  accuracyM: z.number().min(0).max(1_000_000).optional(),
  headingDeg: z.number().min(0).max(360).optional(),
  speedMps: z.number().min(0).max(200).optional(),
});

export const foldMarkSchema = z.strictObject({
  version: z.number().int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FoldMark = z.infer<typeof foldMarkSchema>;

export const appliedSchema = z.strictObject({
  vector: vectorSchema,
  fold: foldMarkSchema,
  /** The browser holds this screen's sound back until somebody clicks or presses a key. */
  silent: z.literal(true).optional(),
});
export type Applied = z.infer<typeof appliedSchema>;

export const fencesSeenSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });
export type FencesSeen = z.infer<typeof fencesSeenSchema>;
