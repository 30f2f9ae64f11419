/** A stamp: when something was done, and by which desk. */
import { z } from "zod";
import { type Header, instantSchema } from "./envelope";

export const stampSchema = z.strictObject({ at: instantSchema, desk: z.string() });
export type Stamp = z.infer<typeof stampSchema>;

/** The stamp of an event; `happenedAt` is for what was entered later than it happened. ISO 8601 UTC. */
export const stampOf = ({ at, actor }: Pick<Header, "at" | "actor">, happenedAt?: string): Stamp => ({
  at: happenedAt ?? at,
  desk: actor.desk,
});
