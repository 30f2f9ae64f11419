/** What a screen may send, and how each message is handled and answered. */
import type { Logger } from "pino";
import type { Log, Tracks } from "@/db/types";
import { deny } from "@/domain/errors";
import type { ClientToServer, CommandAnswer, SeenAnswer } from "@/domain/protocol/down";
import { toWireError } from "@/domain/protocol/sentences";
import { appliedSchema, fencesSeenSchema } from "@/domain/protocol/up";
import type { Role } from "@/domain/vocabulary";
import { answerOf, type Outcome } from "../commands/answers";
import type { CommandPipeline } from "../commands/pipeline";
import type { RateLimiter } from "../commands/rate";
import type { Auditor } from "../feed/audit";
import type { CountryView } from "../feed/country-view";
import type { FenceBoard } from "../fences/board";
import { answerHistory } from "./history";
import type { PositionBoard } from "./position-board";
import { isSamePicture } from "./presence";
import { answerTrack } from "./track";
import type { ScreenSocket } from "./types";

export type MessageServices = {
  log: Log;
  tracks: Tracks;
  pipeline: CommandPipeline;
  auditor: Auditor;
  positions: PositionBoard;
  fences: FenceBoard;
  rate: RateLimiter;
  logger: Logger;
  checkSessions: () => void;
  onAnswered: (outcome: Outcome, seconds: number) => void;
};

type Screen = { socket: ScreenSocket; view: CountryView; services: MessageServices };
type Handler = (screen: Screen, args: readonly unknown[]) => Promise<void> | void;

/** Total: a message of the protocol without a handler does not compile. */
const handlers: Record<keyof ClientToServer, Handler> = {
  command: onCommand,
  history: onRead("history", ({ services, view, socket }, query) =>
    answerHistory(services.log, view, socket.data, query),
  ),
  track: onRead("track", ({ services, view, socket }, query) =>
    answerTrack(services.tracks, view, socket.data, query),
  ),
  "fences-seen": onFencesSeen,
  position: onPosition,
  applied: onApplied,
};

const isKnown = (name: string): name is keyof ClientToServer => Object.hasOwn(handlers, name);

/** Handles every message of a screen, whatever its name and arguments. A failure is logged and ends nothing. */
export function handleMessages(socket: ScreenSocket, view: CountryView, services: MessageServices): void {
  socket.onAny((name: string, ...args: unknown[]) => {
    const handler = isKnown(name) ? handlers[name] : onUnknown;
    Promise.resolve()
      .then(() => handler({ socket, view, services }, args))
      .catch((error: unknown) => services.logger.error({ err: error }, "a message could not be handled"));
  });
}

/** Answers by the last argument when it is a function: a client may have asked for no acknowledgement. */
function acknowledgement<Answer>(args: readonly unknown[]): (answer: Answer) => void {
  const last = args.at(-1);
  return typeof last === "function" ? (answer) => void last(answer) : () => undefined;
}

function refusal({ socket }: Screen, ...args: Parameters<typeof deny>) {
  return { ok: false as const, error: toWireError(deny(...args), socket.data.account.lang) };
}

async function onCommand(screen: Screen, args: readonly unknown[]): Promise<void> {
  const { socket, services } = screen;
  const answer = acknowledgement<CommandAnswer>(args);
  const { account, token } = socket.data;
  if (!services.rate.take(token)) return answer(refusal(screen, "too-fast"));
  const began = performance.now();
  const outcome = await services.pipeline.submit(args[0], account, token);
  answer(answerOf(outcome, account.lang));
  services.onAnswered(outcome, (performance.now() - began) / 1000);
  if (!outcome.ok && outcome.denial.reason === "signed-out") services.checkSessions();
}

/** The handler of a query, limited at a rate of its own. */
function onRead<Answer>(name: string, read: (screen: Screen, query: unknown) => Promise<Answer>): Handler {
  return async (screen, args) => {
    const answer = acknowledgement<Answer | ReturnType<typeof refusal>>(args);
    const { rate } = screen.services;
    if (!rate.take(`${name} ${screen.socket.data.token}`)) return answer(refusal(screen, "too-fast"));
    try {
      answer(await read(screen, args[0]));
    } catch (error) {
      answer(refusal(screen, "not-saved"));
      throw error;
    }
  };
}

const seeing = new Set<Role>(["operator", "commander"]);

/** A desk of the centre has seen what watched areas have warned of. */
async function onFencesSeen(screen: Screen, args: readonly unknown[]): Promise<void> {
  const { socket, services } = screen;
  const answer = acknowledgement<SeenAnswer>(args);
  const { account, audience, token } = socket.data;
  if (!seeing.has(account.role) || audience !== "full") return answer(refusal(screen, "role-may-not"));
  if (!services.rate.take(`fences ${token}`)) return answer(refusal(screen, "too-fast"));
  const parsed = fencesSeenSchema.safeParse(args[0]);
  if (!parsed.success) return answer(refusal(screen, "bad-form", "ids"));
  try {
    await services.fences.see(account.country, parsed.data.ids, account.desk);
    answer({ ok: true });
  } catch (error) {
    answer(refusal(screen, "not-saved"));
    throw error;
  }
}

/** Never answered: what exceeds the rate is dropped, as a newer position follows. */
function onPosition({ socket, services }: Screen, [payload]: readonly unknown[]): void {
  if (services.rate.take(`position ${socket.data.token}`)) services.positions.accept(socket.data, payload);
}

/** Never answered: presence and the next heads say what follows from it. */
function onApplied({ socket, view, services }: Screen, [payload]: readonly unknown[]): void {
  const parsed = appliedSchema.safeParse(payload);
  if (!parsed.success) return;
  const { data } = socket;
  const isSame = isSamePicture(view, data, parsed.data);
  data.applied = parsed.data;
  if (isSame === null) return;
  data.same = isSame && !services.auditor.isAuditing(view.country);
  if (!isSame) services.auditor.reportMismatch(view, { source: "screen", theirs: parsed.data.fold.digest });
}

function onUnknown(screen: Screen, args: readonly unknown[]): void {
  acknowledgement(args)(refusal(screen, "unknown-command", "event"));
}
