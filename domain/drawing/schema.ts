/** Shared drawing: search areas, closures, patrol sectors, labels. Owned like incidents, national or joint. */
import { z } from "zod";
import { emptyBody, instantSchema, subjectSchema } from "../envelope";
import { audienceOptionSchema } from "../incident/schema";
import { placeInputSchema } from "../place";
import { plainText } from "../text";
import { countrySchema } from "../vocabulary";

export const drawingShapes = ["point", "line", "area", "label"] as const;

const { lng, lat } = placeInputSchema.shape;
/** Degrees WGS84, longitude first. */
const position = z.tuple([lng, lat]);
const maxPositions = 500;
const line = z.array(position).min(2).max(maxPositions);
/** A closed ring: at least a triangle, first and last position equal. */
const ring = z
  .array(position)
  .min(4)
  .max(maxPositions)
  .refine((positions) => String(positions[0]) === String(positions.at(-1)), { message: "open-ring" });

/** GeoJSON, one geometry type per shape. */
export const geometrySchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: position }),
  z.strictObject({ type: z.literal("LineString"), coordinates: line }),
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1).max(8) }),
]);
export type DrawingGeometry = z.infer<typeof geometrySchema>;

const typeOfShape = { point: "Point", label: "Point", line: "LineString", area: "Polygon" } as const;

/** What an area warns of when units move: one coming in, one going out, none left inside. */
export const fenceWarnings = ["enter", "leave", "empty"] as const;

const content = {
  shape: z.enum(drawingShapes),
  geometry: geometrySchema,
  label: plainText(80).optional(),
  incidentId: subjectSchema.optional(),
  expiresAt: instantSchema.optional(),
  fence: z.array(z.enum(fenceWarnings)).max(3).optional(),
};

export const drawingSchema = z.strictObject({
  ...content,
  id: z.string(),
  owner: countrySchema,
  at: instantSchema,
  desk: z.string(),
  /** Set when both countries hold it; fixed when it is first put. */
  shared: z.literal(true).optional(),
});
export type Drawing = z.infer<typeof drawingSchema>;

type Fitting = {
  shape: keyof typeof typeOfShape;
  geometry: { type: string };
  label?: string;
  fence?: unknown;
};
const fits = ({ shape, geometry }: Fitting) => geometry.type === typeOfShape[shape];
const isLabelled = ({ shape, label }: Fitting) => shape !== "label" || label !== undefined;
const fencesAnArea = ({ shape, fence }: Fitting) => fence === undefined || shape === "area";

export const drawingCommands = {
  "drawing.put": z
    .strictObject({ ...content, audience: audienceOptionSchema.optional() })
    .refine(fits, { path: ["geometry", "type"], message: "shape" })
    .refine(isLabelled, { path: ["label"], message: "label" })
    .refine(fencesAnArea, { path: ["fence"], message: "fence" }),
  "drawing.remove": emptyBody,
} as const;

export const drawingEvents = {
  "drawing.put": z.strictObject(content),
  "drawing.removed": emptyBody,
} as const;
