/** Plays the exercise in a process of the demo. */
import type { Logger } from "pino";
import { streams } from "@/domain/envelope";
import type { Context } from "../context";
import { lowestOf } from "../vectors";
import { Exercise } from "./exercise";

const tickMs = 500;

/** Begins to play; the answer ends it and resolves when nothing of it is under way any more. */
export async function startExercise(
  { pipeline, hub, feed, log, views, now }: Context,
  secret: string,
  logger: Logger,
): Promise<() => Promise<void>> {
  const exercise = new Exercise({
    secret,
    submit: (command, account) => pipeline.submit(command, account),
    watchers: () => hub.screens.length,
    vector: () => lowestOf([...views.values()].map((view) => view.vector)),
    eventsAfter: async (vector) =>
      feed.recent.after(vector, streams) ?? (await log.readAfter(vector, streams)),
    incidentsOf: (country) => views.get(country)?.picture.incidents.values() ?? [],
    history: (country, subject, limit) => log.history(country, { subject, limit }),
    monotonicMs: () => performance.now(),
    now,
    logger,
  });
  await exercise.prepare();
  const timer = setInterval(() => void exercise.tick(), tickMs);
  return async () => {
    clearInterval(timer);
    await exercise.settled();
  };
}
