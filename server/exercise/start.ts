/** Plays the exercise in a process of the demo. */
import type { Logger } from "pino";
import { streams } from "@/domain/envelope";
import type { Context } from "../context";
import type { Hub } from "../hub/types";
import { lowestOf } from "../vectors";
import { Exercise } from "./exercise";

const tickMs = 500;

/** Notes which units' positions come from a person's field screen, as long as it is connected. */
function whoTells(io: Hub): (unitId: string) => boolean {
  const telling = new Map<string, string>();
  io.on("connection", (socket) => {
    const { screen, account } = socket.data;
    if (screen !== "field" || account.unitId === undefined) return;
    const { unitId } = account;
    socket.on("position", () => void telling.set(socket.id, unitId));
    socket.on("disconnect", () => void telling.delete(socket.id));
  });
  return (unitId) => [...telling.values()].includes(unitId);
}

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
    pictureOf: (country) => views.get(country)?.picture,
    history: (country, subject, limit) => log.history(country, { subject, limit }),
    monotonicMs: () => performance.now(),
    now,
    acceptPosition: (account, payload) => hub.positions.accept({ account }, payload),
    toldByPerson: whoTells(hub.io),
    logger,
  });
  await exercise.prepare();
  const timer = setInterval(() => void exercise.tick(), tickMs);
  return async () => {
    clearInterval(timer);
    await exercise.settled();
  };
}
