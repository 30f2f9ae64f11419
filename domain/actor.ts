/** Who acts: a desk, never a person. */
import { z } from "zod";
import { countrySchema, type Language, roleSchema } from "./vocabulary";

export const actorSchema = z.strictObject({
  /** The desk's label, such as `KH-JOC-2`. */
  desk: z.string().min(1).max(40),
  role: roleSchema,
  country: countrySchema,
  /** A per-country keyed pseudonym of the account: four eyes can be audited, no name crosses the border. */
  by: z.string().min(1).max(64),
});
export type Actor = z.infer<typeof actorSchema>;

/** What the server knows of the person behind a session. */
export type Account = Actor & { id: string; username: string; lang: Language; unitId?: string };
