/** One open screen: what it is sent first, and how what it sends is answered. */
import type { Logger } from "pino";
import type { Log, Tracks } from "@/db/types";
import type { CommandAnswer, WireEvent } from "@/domain/protocol/down";
import { type DenialReason, deny } from "@/domain/protocol/errors";
import { toWireError } from "@/domain/protocol/sentences";
import { appliedSchema } from "@/domain/protocol/up";
import type { Country } from "@/domain/vocabulary";
import { answerOf, type Outcome } from "../commands/answers";
import type { CommandPipeline } from "../commands/pipeline";
import type { RateLimiter } from "../commands/rate";
import type { Auditor } from "../feed/audit";
import type { CountryView } from "../feed/country-view";
import type { Broadcast } from "./broadcast";
import { type HeadsSources, headsMessage } from "./heads";
import { answerHistory } from "./history";
import type { Opening, Openings } from "./opening";
import { getsOwn, ownIncidents } from "./own";
import type { PositionBoard } from "./position-board";
import { judge } from "./presence";
import { roomsOf } from "./rooms";
import { cutOff } from "./slow";
import { answerTrack } from "./track";
import type { ScreenSocket } from "./types";

/** A long resume goes out in parts of this many events, so that no single frame grows large. */
const eventsPerMessage = 500;

export type ConnectionServices = {
  views: ReadonlyMap<Country, CountryView>;
  log: Log;
  tracks: Tracks;
  pipeline: CommandPipeline;
  auditor: Auditor;
  openings: Openings;
  positions: PositionBoard;
  rate: RateLimiter;
  headsSources: HeadsSources;
  logger: Logger;
  broadcast: Broadcast;
  checkSessions: () => void;
  onAnswered: (outcome: Outcome, seconds: number) => void;
};

/** Sends a screen what it lacks, then lets it into its rooms. Never rejects. */
export async function open(socket: ScreenSocket, services: ConnectionServices): Promise<void> {
  const { data } = socket;
  const view = services.views.get(data.account.country);
  if (!view) return cutOff(socket);
  listen(socket, view, services);
  try {
    await services.auditor.idle(view.country);
    await services.openings.open(view, data.audience, data.vector, (opening) => {
      if (socket.connected) welcome(socket, view, opening, services);
    });
  } catch (error) {
    // The client tries again by itself; showing it nothing is better than a part.
    services.logger.error({ err: error }, "a screen could not be opened");
    cutOff(socket);
  }
}

function welcome(
  socket: ScreenSocket,
  view: CountryView,
  opening: Opening,
  services: ConnectionServices,
): void {
  const { data } = socket;
  services.broadcast.flush();
  socket.emit("picture", opening.picture);
  for (const part of partsOf(opening.events)) socket.emit("events", part);
  if (getsOwn(data)) socket.emit("own", ownIncidents(view, data.account));
  if (data.audience !== "admin") socket.emit("positions", services.positions.fullSet(view, data));
  socket.emit("heads", headsMessage(view, data.audience, services.headsSources));
  socket.emit("presence", services.broadcast.presence);
  void socket.join(roomsOf(data));
}

function* partsOf(events: readonly WireEvent[]): Generator<WireEvent[]> {
  for (let start = 0; start < events.length; start += eventsPerMessage) {
    yield events.slice(start, start + eventsPerMessage);
  }
}

/** The last argument when it is a function: a client may have forgotten to ask for an acknowledgement. */
function acknowledgement<Answer>(args: readonly unknown[]): (answer: Answer) => void {
  const last = args.at(-1);
  return typeof last === "function" ? (answer) => void last(answer) : () => undefined;
}

/** Whatever a client sends, in whatever number of arguments, ends here at the latest. */
function listen(socket: ScreenSocket, view: CountryView, services: ConnectionServices): void {
  const guard = (work: (args: readonly unknown[]) => Promise<void> | void) => {
    return (...args: unknown[]): void => {
      Promise.resolve(args)
        .then(work)
        .catch((error: unknown) => services.logger.error({ err: error }, "a message could not be handled"));
    };
  };
  socket.on(
    "command",
    guard((args) => onCommand(socket, services, args)),
  );
  socket.on(
    "history",
    guard((args) =>
      onRead("history", socket, services, args, () =>
        answerHistory(services.log, view, socket.data, args[0]),
      ),
    ),
  );
  socket.on(
    "track",
    guard((args) =>
      onRead("track", socket, services, args, () => answerTrack(services.tracks, view, socket.data, args[0])),
    ),
  );
  socket.on(
    "position",
    guard(([payload]) => onPosition(socket, services, payload)),
  );
  socket.on(
    "applied",
    guard(([payload]) => onApplied(socket, view, services, payload)),
  );
}

async function onCommand(socket: ScreenSocket, services: ConnectionServices, args: readonly unknown[]) {
  const answer = acknowledgement<CommandAnswer>(args);
  const { account, token } = socket.data;
  if (!services.rate.take(token)) return answer(refusal(socket, "too-fast"));
  const began = performance.now();
  const outcome = await services.pipeline.submit(args[0], account, token);
  answer(answerOf(outcome, account.lang));
  services.onAnswered(outcome, (performance.now() - began) / 1000);
  if (!outcome.ok && outcome.denial.reason === "signed-out") services.checkSessions();
}

/** Answers what only reads, each kind at a rate of its own. */
async function onRead<Answer>(
  kind: string,
  socket: ScreenSocket,
  services: ConnectionServices,
  args: readonly unknown[],
  read: () => Promise<Answer>,
) {
  const answer = acknowledgement<Answer | ReturnType<typeof refusal>>(args);
  if (!services.rate.take(`${kind} ${socket.data.token}`)) return answer(refusal(socket, "too-fast"));
  try {
    answer(await read());
  } catch (error) {
    answer(refusal(socket, "not-saved"));
    throw error;
  }
}

/** Nothing is answered: what comes too fast is dropped, as a newer one follows. */
function onPosition(socket: ScreenSocket, services: ConnectionServices, payload: unknown): void {
  if (services.rate.take(`position ${socket.data.token}`)) services.positions.accept(socket.data, payload);
}

function refusal(socket: ScreenSocket, reason: DenialReason) {
  return { ok: false as const, error: toWireError(deny(reason), socket.data.account.lang) };
}

function onApplied(
  socket: ScreenSocket,
  view: CountryView,
  services: ConnectionServices,
  payload: unknown,
): void {
  const parsed = appliedSchema.safeParse(payload);
  if (!parsed.success) return;
  const { data } = socket;
  const verdict = judge(view, data, parsed.data);
  data.applied = parsed.data;
  if (verdict === null) return;
  data.same = verdict && !services.auditor.isAuditing(view.country);
  if (!verdict) services.auditor.reportMismatch(view, { source: "screen", theirs: parsed.data.fold.digest });
}
