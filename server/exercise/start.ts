/** Starts the exercise in a process of the demo. */
import type { Logger } from "pino";
import { streamsSeenBy } from "@/domain/envelope";
import type { Context } from "../context";
import type { Hub } from "../hub/types";
import { lowestOf } from "../vectors";
import { Exercise } from "./exercise";

const tickMs = 500;

/** Whether a unit's position comes from a person's field screen that is connected. */
function positionsByPeople(io: Hub): (unitId: string) => boolean {
  const reporting = new Map<string, string>();
  io.on("connection", (socket) => {
    const { screen, account } = socket.data;
    if (screen !== "field" || account.unitId === undefined) return;
    const { unitId } = account;
    socket.on("position", () => void reporting.set(socket.id, unitId));
    socket.on("disconnect", () => void reporting.delete(socket.id));
  });
  return (unitId) => [...reporting.values()].includes(unitId);
}

/** Starts the exercise, which plays the part of the countries served here; resolves to a function that stops it and resolves when no tick is running. */
export async function startExercise(
  { pipeline, hub, feed, log, views, link, now }: Context,
  secret: string,
  logger: Logger,
  speed = 1,
): Promise<() => Promise<void>> {
  const seen = [...new Set([...views.keys()].flatMap(streamsSeenBy))];
  const exercise = new Exercise({
    secret,
    submit: (command, account) => pipeline.submit(command, account),
    plays: [...views.keys()],
    isWatched: () => hub.screens.length > 0 || link?.partnerIsWatched === true,
    vector: () => lowestOf([...views.values()].map((view) => view.vector)),
    eventsAfter: async (vector) => feed.recent.after(vector, seen) ?? (await log.readAfter(vector, seen)),
    pictureOf: (country) => views.get(country)?.picture,
    history: (country, subject, limit) => log.history(country, { subject, limit }),
    monotonicMs: () => performance.now() * speed,
    now,
    acceptPosition: (account, payload) => hub.positions.accept({ account }, payload),
    isReportedByPerson: positionsByPeople(hub.io),
    logger,
  });
  await exercise.prepare();
  const timer = setInterval(() => void exercise.tick(), tickMs / speed);
  return async () => {
    clearInterval(timer);
    await exercise.idle();
  };
}
