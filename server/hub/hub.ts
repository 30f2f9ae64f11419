/** The live side of this process: every connected screen, from opening to end. */
import { setTimeout as wait } from "node:timers/promises";
import type { Fences, Log, Projections, Tracks } from "@/db/types";
import type { Ended, Presence } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import type { CommandPipeline } from "../commands/pipeline";
import { RateLimiter } from "../commands/rate";
import type { Auditor } from "../feed/audit";
import type { CountryView } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { FenceBoard } from "../fences/board";
import { Broadcast } from "./broadcast";
import { type ConnectionServices, open } from "./connection";
import type { HeadsSources } from "./heads";
import { type IoOptions, openIo } from "./io";
import { Openings } from "./opening";
import { type BoardOptions, PositionBoard } from "./position-board";
import { presenceOf } from "./presence";
import { audienceRoom } from "./rooms";
import { cutOff, SlowConsumers, type SlowLimits } from "./slow";
import type { Hub, ScreenSocket } from "./types";

/** How long a screen may take to receive the message that ends it. */
const closeTimeoutMs = 1_500;

export type HubOptions = Omit<IoOptions, "isClosed"> & {
  views: ReadonlyMap<Country, CountryView>;
  feed: Feed;
  auditor: Auditor;
  log: Log;
  tracks: Tracks;
  fences: Fences;
  pipeline: CommandPipeline;
  projections: Projections;
  commandsPerSecond: number;
  slow: SlowLimits;
  /** The id of this process among those of its node. */
  process: string;
  notifyPositions: (payload: string) => Promise<void>;
  notifyFences: (payload: string) => Promise<void>;
  onPosition: BoardOptions["onAccepted"];
  startedAt: string;
  partner?: HeadsSources["partner"];
  now: () => string;
  nowMs: () => number;
  checkSessions: () => void;
  onAnswered: ConnectionServices["onAnswered"];
};

export class LiveHub {
  readonly io: Hub;
  readonly positions: PositionBoard;
  readonly fences: FenceBoard;
  readonly broadcast: Broadcast;
  readonly #slow: SlowConsumers;
  #handedOver = false;

  constructor(private readonly options: HubOptions) {
    const { views, feed, log, auditor, now, nowMs, startedAt } = options;
    this.io = openIo({ ...options, isClosed: () => this.#handedOver });
    const { io } = this;
    const openings = new Openings(feed, log);
    const headsSources: HeadsSources = {
      views,
      heads: () => feed.heads,
      isAuditing: (country) => auditor.isAuditing(country),
      startedAt,
      ...(options.partner ? { partner: options.partner } : {}),
      now,
    };
    this.broadcast = new Broadcast({ ...options, io, openings, headsSources });
    this.fences = new FenceBoard({
      fences: options.fences,
      views,
      nowMs: () => Date.parse(now()),
      send: (centre, notices) => io.to(audienceRoom(centre, "full")).emit("fences", notices),
      notify: options.notifyFences,
    });
    this.positions = new PositionBoard({
      io,
      views,
      process: options.process,
      nowMs: () => Date.parse(now()),
      notify: options.notifyPositions,
      onAccepted: options.onPosition,
      onNewer: (country, position, accuracyM) => this.fences.note(country, position, accuracyM),
    });
    this.#slow = new SlowConsumers(options.slow, nowMs);
    const services: ConnectionServices = {
      ...options,
      openings,
      headsSources,
      broadcast: this.broadcast,
      positions: this.positions,
      fences: this.fences,
      rate: new RateLimiter(options.commandsPerSecond, nowMs),
    };
    io.on("connection", (socket) => {
      this.#slow.watch(socket);
      void open(socket, services);
    });
  }

  get screens(): ScreenSocket[] {
    return [...this.io.sockets.sockets.values()];
  }

  ownPresence(): Presence {
    return presenceOf(
      this.options.views,
      this.screens.map((socket) => socket.data),
    );
  }

  cutSlowScreens(): void {
    for (const socket of this.screens) {
      if (this.#slow.isTooSlow(socket)) this.end(socket, "slow");
    }
  }

  /** Ends the screens of one session, or makes them reconnect when only the account has changed. */
  endSession(token: string, ended: boolean): void {
    for (const socket of this.screens) {
      if (socket.data.token !== token) continue;
      if (ended) this.end(socket, "unauthenticated");
      else socket.conn.close();
    }
  }

  end(socket: ScreenSocket, code: Ended["code"]): void {
    const { account, screen } = socket.data;
    this.options.logger.info({ code, desk: account.desk, screen }, "a screen was ended");
    socket.emit("ended", { code });
    if (code === "slow") cutOff(socket);
    else if (code === "unauthenticated") socket.disconnect(true);
    // Closed below Socket.IO, so that the client takes it for a lost connection and reconnects.
    else socket.conn.close();
  }

  /** Ends every screen with `restarting` and refuses new ones, so that they reconnect to another process. */
  handOver(): void {
    this.#handedOver = true;
    for (const socket of this.screens) this.end(socket, "restarting");
  }

  /** Whether this process serves no screens any more. */
  get handedOver(): boolean {
    return this.#handedOver;
  }

  /** Ends every screen with `restarting`, so that it reconnects later, and waits briefly for the message to be sent. */
  async close(): Promise<void> {
    this.broadcast.close();
    const gone = this.screens.map(
      (socket) => new Promise<void>((resolve) => void socket.conn.once("close", () => resolve())),
    );
    for (const socket of this.screens) this.end(socket, "restarting");
    await Promise.race([Promise.all(gone), wait(closeTimeoutMs)]);
    await this.io.close();
  }
}
