/** Answers the query for a unit's track, to desks of its own country. */
import type { Tracks } from "@/db/types";
import { deny } from "@/domain/errors";
import type { TrackAnswer } from "@/domain/protocol/down";
import { toWireError } from "@/domain/protocol/sentences";
import { trackQuerySchema } from "@/domain/protocol/up";
import { mayReadTracks } from "@/domain/unit/track";
import type { CountryView } from "../feed/country-view";
import type { ScreenData } from "./types";

const maxPoints = 5_000;

/** Refuses by role and screen before existence is revealed; a unit of the partner is not found, as if it did not exist. */
export async function answerTrack(
  tracks: Tracks,
  { country, picture }: CountryView,
  { account, audience }: ScreenData,
  payload: unknown,
): Promise<TrackAnswer> {
  const refuse = (...args: Parameters<typeof deny>): TrackAnswer => ({
    ok: false,
    error: toWireError(deny(...args), account.lang),
  });
  const parsed = trackQuerySchema.safeParse(payload);
  if (!parsed.success) return refuse("bad-form", parsed.error.issues[0]?.path.map(String).join("."));
  if (!mayReadTracks(account, audience)) return refuse("role-may-not");
  const { unitId, from, to } = parsed.data;
  if (picture.units.get(unitId)?.country !== country) return refuse("not-there", "unitId");
  const range = {
    ...(from === undefined ? {} : { fromMs: Date.parse(from) }),
    ...(to === undefined ? {} : { toMs: Date.parse(to) }),
  };
  const points = await tracks.read({ country, unitId, ...range, limit: maxPoints + 1 });
  const more = points.length > maxPoints;
  return { ok: true, points: points.slice(-maxPoints), ...(more ? { more } : {}) };
}
