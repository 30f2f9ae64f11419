/** Who is shown which field of a drawing: its shape to all, its words to desks. */
import { desks, everyone, type Visibility } from "../visibility";
import type { Drawing } from "./schema";

export const drawingVisibility: Visibility<Drawing> = {
  shape: everyone,
  geometry: { type: everyone, coordinates: everyone },
  label: desks,
  incidentId: everyone,
  expiresAt: everyone,
  fence: everyone,
  id: everyone,
  owner: everyone,
  at: everyone,
  desk: everyone,
  shared: everyone,
};
