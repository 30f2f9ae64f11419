/** `GET /api/link/held` and `POST /api/link/held/{seq}`: the partner's event that waits, and what is decided about it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Account } from "@/domain/actor";
import { mayDecideHeld, mayReadHeld } from "@/domain/protocol/held";
import { plainText } from "@/domain/text";
import type { Role } from "@/domain/vocabulary";
import type { HeldAnswer, HeldEvents } from "../link/held";
import { HttpError, readJson, sendJson } from "./answer";
import { checkOrigin } from "./origin";

export const heldPath = "/api/link/held";

const reason = plainText(300);
const decisionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("retry"), reason: reason.optional() }),
  z.strictObject({ action: z.literal("discard"), reason }),
  z.strictObject({ action: z.literal("open"), reason }),
]);

export type HeldRouteOptions = {
  accountOf: (request: IncomingMessage) => Promise<Account | null>;
  trustedOrigins: readonly string[];
  /** Undefined where no link is set up. */
  held: HeldEvents | undefined;
};

function answered(answer: HeldAnswer): object {
  switch (answer.outcome) {
    case "gone":
      throw new HttpError("conflict", "Nothing waits here any more: it was taken in or decided already.");
    case "not-discardable":
      throw new HttpError(
        "conflict",
        "This event does not continue the partner's stream, so it cannot be discarded: the partner has to mend its stream. Call the other centre (docs/operations.md).",
      );
    default:
      return answer;
  }
}

/** Who may not read is refused before it is said whether there is a link. */
export function createHeldRoute({ accountOf, trustedOrigins, held }: HeldRouteOptions) {
  const admitted = async (request: IncomingMessage, roles: readonly Role[]) => {
    const account = await accountOf(request);
    if (!account) throw new HttpError("unauthenticated", "Not signed in.");
    if (!roles.includes(account.role)) throw new HttpError("forbidden", "This is not for your role.");
    if (!held) throw new HttpError("not-found", "No link is set up.");
    return { account, held };
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split("?", 1)[0] ?? "";
    if (path === heldPath && (request.method === "GET" || request.method === "HEAD")) {
      const { held } = await admitted(request, mayReadHeld);
      return sendJson(response, 200, await held.report());
    }
    const seq = Number(/^\/(\d{1,15})$/.exec(path.slice(heldPath.length))?.[1]);
    if (request.method !== "POST" || !Number.isSafeInteger(seq))
      throw new HttpError("not-found", "No such address.");
    checkOrigin(request, trustedOrigins);
    await admitted(request, mayReadHeld);
    const parsed = decisionSchema.safeParse(await readJson(request));
    if (!parsed.success)
      throw new HttpError("invalid", "An action is required, and a reason to discard or open.");
    const { action } = parsed.data;
    const { account, held } = await admitted(request, mayDecideHeld[action]);
    const answer = await held.decide({ seq, action, reason: parsed.data.reason ?? null }, account);
    sendJson(response, 200, answered(answer));
  };
}
