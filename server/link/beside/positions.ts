/** Positions of units on joint tasks, as one node sends them to the other beside the log: in batches, never kept. */
import { z } from "zod";
import { subjectSchema } from "@/domain/envelope";
import type { Positions } from "@/domain/protocol/down";
import { positionSchema } from "@/domain/protocol/up";

export const positionsKind = "positions";
/** A notice lands only up to 64 kB. */
export const positionsPerNotice = 200;
export const positionsKeepSeconds = 60;

const { lng, lat, headingDeg, speedMps } = positionSchema.shape;
const headingSchema = headingDeg.unwrap().nullable();
const speedSchema = speedMps.unwrap().nullable();
const sentSchema = z.tuple([subjectSchema, lng, lat, z.number().int().min(0), headingSchema, speedSchema]);

export const positionsNoticeSchema = z.object({
  v: z.literal(1),
  positions: z.array(sentSchema).max(positionsPerNotice),
  /** Per unit how far off its position may be, in metres, where its device says so. */
  accuracies: z.record(subjectSchema, z.number().min(0)).optional(),
});
export type PositionsNotice = z.infer<typeof positionsNoticeSchema>;

/** The notices that carry these positions. */
export function noticesOf(
  positions: Positions,
  accuracyOf: (unitId: string) => number | undefined,
): PositionsNotice[] {
  const notices: PositionsNotice[] = [];
  for (let start = 0; start < positions.length; start += positionsPerNotice) {
    const part = positions.slice(start, start + positionsPerNotice);
    const known = part.flatMap(([unitId]) => {
      const accuracyM = accuracyOf(unitId);
      return accuracyM === undefined ? [] : [[unitId, accuracyM] as const];
    });
    const accuracies = known.length > 0 ? { accuracies: Object.fromEntries(known) } : {};
    notices.push({ v: 1, positions: part, ...accuracies });
  }
  return notices;
}
