/** Carries out what retention owes, as role `system` through the same path as everyone's commands (safeguard S9). */
import type { Logger } from "pino";
import type { Context } from "../context";
import { systemCommandId } from "./demo-units";
import { dueNow, forgetTracksBeforeMs } from "./retention";

/** In one round; the rest waits for the next. */
const mostPerRound = 200;
/** More than a node's units leave in the time between two rounds. */
const mostPointsPerRound = 10_000;

/**
 * One round for every country of this process. Two processes that owe the same send the same command id, and only one
 * of them changes anything; what the state no longer allows is left for the next round to see.
 */
export async function archiveRound(context: Context, logger: Logger): Promise<void> {
  const { views, systemAccounts, pipeline, now } = context;
  for (const [country, view] of views) {
    const account = systemAccounts.get(country);
    if (!account) continue;
    const due = dueNow(view.picture, country, now().getTime(), mostPerRound);
    const outcomes = await Promise.all(
      due.map(({ type, subject, since }) =>
        pipeline.submit({ id: systemCommandId(type, subject, since), type, subject, body: {} }, account),
      ),
    );
    const done = outcomes.filter((outcome) => outcome.ok).length;
    if (due.length > 0) logger.info({ country, due: due.length, done }, "retention");
  }
}

/** Forgets points of tracks that are older than the site keeps them. */
export async function forgetTracks(
  { tracks, trackDays, now }: Pick<Context, "tracks" | "trackDays" | "now">,
  logger: Pick<Logger, "info">,
): Promise<void> {
  const points = await tracks.forget(forgetTracksBeforeMs(now().getTime(), trackDays), mostPointsPerRound);
  if (points > 0) logger.info({ points }, "old tracks forgotten");
}
