/** Answers the query for the timeline of one subject, under the same rules as the picture. */
import type { Log } from "@/db/types";
import { type DenialReason, deny } from "@/domain/errors";
import type { HistoryAnswer } from "@/domain/protocol/down";
import { toWireError } from "@/domain/protocol/sentences";
import { type HistoryQuery, historyQuerySchema } from "@/domain/protocol/up";
import type { CountryView } from "../feed/country-view";
import { isSeenInFull } from "./own";
import type { ScreenData } from "./types";

/**
 * Why a screen may not read a timeline, or null. Walls and administrators may read none; a field screen those of the
 * incidents its officer may see in full; a desk all in its country's streams.
 */
function denialOf(
  view: CountryView,
  { account, audience, screen }: ScreenData,
  { subject }: HistoryQuery,
): DenialReason | null {
  if (screen === "wall" || audience === "admin" || account.role === "display") return "role-may-not";
  if (audience === "full") return null;
  const entity = view.picture.incidents.get(subject);
  if (!entity) return "not-there";
  return isSeenInFull(view, entity, account) ? null : "role-may-not";
}

export async function answerHistory(
  log: Log,
  view: CountryView,
  data: ScreenData,
  payload: unknown,
): Promise<HistoryAnswer> {
  const refuse = (...args: Parameters<typeof deny>): HistoryAnswer => ({
    ok: false,
    error: toWireError(deny(...args), data.account.lang),
  });
  const parsed = historyQuerySchema.safeParse(payload);
  if (!parsed.success) return refuse("bad-form", parsed.error.issues[0]?.path.map(String).join("."));
  const denial = denialOf(view, data, parsed.data);
  if (denial) return refuse(denial);
  const events = await log.history(view.country, parsed.data);
  if (events.length === 0 && !parsed.data.before) return refuse("not-there", "subject");
  return { ok: true, events: events.map((event) => view.withRecallsApplied(event)) };
}
