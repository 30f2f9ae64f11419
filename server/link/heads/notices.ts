/** How signed heads and new signing keys travel: notices, and a word in the heartbeat of what has been kept. */
import { z } from "zod";
import { signedHeadSchema, signingKeySchema } from "@/db/heads/signature";

export const headsKind = "heads";
export const keysKind = "keys";
/** What is not kept by the partner is offered again, so a notice need not last. */
export const offerKeepSeconds = 600;
export const headsPerNotice = 100;

export const headsNoticeSchema = z.object({
  v: z.literal(1),
  heads: z.array(signedHeadSchema).max(headsPerNotice),
});
export const keysNoticeSchema = z.object({ v: z.literal(1), keys: z.array(signingKeySchema).max(100) });
export type HeadsNotice = z.infer<typeof headsNoticeSchema>;
export type KeysNotice = z.infer<typeof keysNoticeSchema>;

/** What a node keeps of the other's: its last head, and the newest key it trusts. */
export const keptSchema = z.object({ head: signedHeadSchema.optional(), key: z.string().max(64).optional() });
export type Kept = z.infer<typeof keptSchema>;
