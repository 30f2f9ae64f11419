/** Client → server: everything a screen may send. */
import { z } from "zod";
import { instantSchema, streamSchema, subjectSchema, vectorSchema } from "../envelope";
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

export const positionSchema = z.strictObject({
  unitId: z.string().max(60),
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  at: instantSchema,
  headingDeg: z.number().min(0).max(360).optional(),
  speedMps: z.number().min(0).max(200).optional(),
});

export const foldMarkSchema = z.strictObject({
  version: z.number().int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FoldMark = z.infer<typeof foldMarkSchema>;

export const appliedSchema = z.strictObject({ vector: vectorSchema, fold: foldMarkSchema });
export type Applied = z.infer<typeof appliedSchema>;
