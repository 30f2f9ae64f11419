/** Carries out retention: archiving and expiry as commands of the role `system`, and the deletion of old tracks (safeguard S9). */
import type { Logger } from "pino";
import type { Context } from "../context";
import { systemCommandId } from "./demo-units";
import { dueNow, expiredDrawings, tracksKeptSinceMs } from "./retention";

/** Commands per country and run; the rest waits for the next run. */
const maxCommandsPerRun = 200;
/** Twelve runs a minute. */
const maxDrawingsPerRun = 200;
/** Points per run: more than a node's units add between two runs. */
const maxPointsPerRun = 10_000;

type Logging = Pick<Logger, "info">;
type Working = Pick<Context, "views" | "systemAccounts" | "pipeline" | "now">;

/** Archives and expires what is due in every country of this process. */
export const archiveDue = (context: Working, logger: Logging): Promise<void> =>
  carryOut(context, logger, "retention", dueNow, maxCommandsPerRun);

/** Takes expired drawings out of the picture, each country its own, so that no newcomer is sent them. */
export const removeExpiredDrawings = (context: Working, logger: Logging): Promise<void> =>
  carryOut(context, logger, "expired drawings", expiredDrawings, maxDrawingsPerRun);

/**
 * Sends the commands that are due in every country of this process. Two processes that find the same one due send the
 * same command id, so only one takes effect; what is refused is looked at again in the next run.
 */
async function carryOut(
  { views, systemAccounts, pipeline, now }: Working,
  logger: Logging,
  name: string,
  dueIn: typeof dueNow,
  limit: number,
): Promise<void> {
  for (const [country, view] of views) {
    const account = systemAccounts.get(country);
    if (!account) continue;
    const due = dueIn(view.picture, country, now().getTime(), limit);
    const outcomes = await Promise.all(
      due.map(({ type, subject, since }) =>
        pipeline.submit({ id: systemCommandId(type, subject, since), type, subject, body: {} }, account),
      ),
    );
    const done = outcomes.filter((outcome) => outcome.ok).length;
    if (due.length > 0) logger.info({ country, due: due.length, done }, name);
  }
}

/** Deletes points of tracks that are older than the site keeps them. */
export async function deleteOldTracks(
  { tracks, trackDays, now }: Pick<Context, "tracks" | "trackDays" | "now">,
  logger: Logging,
): Promise<void> {
  const points = await tracks.deleteBefore(tracksKeptSinceMs(now().getTime(), trackDays), maxPointsPerRun);
  if (points > 0) logger.info({ points }, "old tracks deleted");
}
