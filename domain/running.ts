/** What still runs on an incident that somebody wants to end, as an answer names it. */
import { z } from "zod";

export const runningKinds = ["task", "request", "handover", "proposal", "transfer"] as const;

export const runningSchema = z.strictObject({
  /** The task, request or proposal; of a transfer the incident itself. */
  id: z.string(),
  what: z.enum(runningKinds),
});
export type Running = z.infer<typeof runningSchema>;

/** As many as one confirmation ends; what is more is ended one by one before. */
export const mostEnds = 50;
