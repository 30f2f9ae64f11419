/** `GET /api/link/held` and the answers of `POST /api/link/held/{seq}`: the partner's event that waits. */
import { z } from "zod";
import type { Role } from "../vocabulary";
import { heldEventSchema } from "./down";

export const heldActionSchema = z.enum(["retry", "discard", "open"]);
export type HeldAction = z.infer<typeof heldActionSchema>;

/** Who may see that the partner's event waits, with its header and the reason. */
export const mayReadHeld: readonly Role[] = ["operator", "commander", "protection", "auditor", "admin"];
/** Who may do what about it. */
export const mayDecideHeld: Record<HeldAction, readonly Role[]> = {
  retry: ["operator", "commander", "admin"],
  discard: ["commander", "admin"],
  open: ["commander"],
};

export const heldReportSchema = z.object({
  waiting: z
    .object({
      ...heldEventSchema.shape,
      /** As it landed: text of the partner that nobody vouches for. */
      header: z.string(),
      /** Events that landed after it and wait with it. */
      behind: z.number().int().min(0),
      /** Other rows that landed at the same seq: a retry takes the newest. */
      others: z.number().int().min(0),
    })
    .optional(),
  /** The newest decisions, newest first. */
  decisions: z.array(
    z.object({
      seq: z.number().int(),
      action: heldActionSchema,
      reason: z.string().nullable(),
      desk: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});
export type HeldReport = z.infer<typeof heldReportSchema>;

export const heldAnswerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("admitted") }),
  z.object({ outcome: z.literal("waits"), waiting: heldEventSchema }),
  z.object({ outcome: z.literal("opened"), body: z.string().nullable() }),
]);
export type HeldAnswer = z.infer<typeof heldAnswerSchema>;
