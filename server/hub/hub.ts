/** The live side of this process: every open screen, and what it is told. */
import type { Server as HttpServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { Server } from "socket.io";
import type { Log, Projections } from "@/db/types";
import type { FullEvent } from "@/domain/events";
import type { Ended, Presence } from "@/domain/protocol/down";
import { audiences } from "@/domain/sharing";
import type { Country } from "@/domain/vocabulary";
import type { Sessions } from "../auth/sessions";
import type { CommandPipeline } from "../commands/pipeline";
import { RateLimiter } from "../commands/rate";
import type { Auditor } from "../feed/audit";
import type { CountryView, Delivery } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { type ConnectionServices, open } from "./connection";
import { admit, Refusal } from "./handshake";
import { headsMessage } from "./heads";
import { Openings } from "./opening";
import { Outbox } from "./outbox";
import { getsOwn, ownIncidents, touchesOwn } from "./own";
import { PositionBoard } from "./position-board";
import { presenceOf } from "./presence";
import { audienceRoom, countryRoom } from "./rooms";
import { cutOff, SlowConsumers, type SlowLimits } from "./slow";
import type { Hub, ScreenSocket } from "./types";

/** 256 KiB of message and what frames it (protocol, error codes). */
const maxMessageBytes = 257 * 1024;
const pingMs = 10_000;
/** How long a screen may take to receive the word that it is ended. */
const farewellMs = 1_500;

export type HubOptions = {
  httpServer: HttpServer;
  trustedOrigins: readonly string[];
  views: ReadonlyMap<Country, CountryView>;
  feed: Feed;
  auditor: Auditor;
  log: Log;
  sessions: Sessions;
  pipeline: CommandPipeline;
  projections: Projections;
  commandsPerSecond: number;
  slow: SlowLimits;
  /** This process among those of its node. */
  process: string;
  notifyPositions: (payload: string) => Promise<void>;
  startedAt: string;
  logger: Logger;
  now: () => string;
  nowMs: () => number;
  checkSessions: () => void;
  onAnswered: ConnectionServices["onAnswered"];
};

export class LiveHub {
  readonly io: Hub;
  readonly positions: PositionBoard;
  readonly #outbox: Outbox;
  readonly #services: ConnectionServices;
  readonly #slow: SlowConsumers;
  #toldPresence = "";

  constructor(private readonly options: HubOptions) {
    const { views, feed, log, pipeline, auditor, logger, now, nowMs, startedAt } = options;
    this.io = new Server(options.httpServer, {
      serveClient: false,
      maxHttpBufferSize: maxMessageBytes,
      pingInterval: pingMs,
      pingTimeout: pingMs,
      perMessageDeflate: false,
      httpCompression: false,
      allowRequest: ({ headers }, decide) =>
        decide(null, headers.origin === undefined || options.trustedOrigins.includes(headers.origin)),
    });
    this.#outbox = new Outbox((room, events) => this.io.to(room).emit("events", events), nowMs);
    this.#slow = new SlowConsumers(options.slow, nowMs);
    this.positions = new PositionBoard({
      io: this.io,
      views,
      process: options.process,
      nowMs: () => Date.parse(now()),
      notify: options.notifyPositions,
    });
    this.#services = {
      io: this.io,
      views,
      log,
      pipeline,
      auditor,
      openings: new Openings(feed, log),
      positions: this.positions,
      presence: [],
      rate: new RateLimiter(options.commandsPerSecond, nowMs),
      headsSources: {
        views,
        heads: () => feed.heads,
        doubts: (country) => auditor.doubts(country),
        startedAt,
        now,
      },
      logger,
      flush: () => this.#outbox.flush(),
      checkSessions: options.checkSessions,
      onAnswered: options.onAnswered,
    };
    this.io.use((socket, next) => {
      admit(options.sessions, socket.handshake)
        .then((data) => {
          socket.data = data;
          next();
        })
        .catch((error: unknown) => next(this.#refusalOf(error)));
    });
    this.io.on("connection", (socket) => {
      this.#slow.watch(socket);
      void open(socket, this.#services);
    });
  }

  get screens(): ScreenSocket[] {
    return [...this.io.sockets.sockets.values()];
  }

  /** Folds what the feed has read and hands each audience its part. */
  deliver(events: readonly FullEvent[]): void {
    for (const view of this.options.views.values()) {
      try {
        this.#deliverTo(view, view.apply(events));
      } catch (error) {
        this.options.logger.error({ err: error, country: view.country }, "an event could not be folded");
        this.options.auditor.suspect(view, { source: "fold", detail: String(error) });
      }
    }
    this.#outbox.schedule();
  }

  #deliverTo(view: CountryView, { full, redacted, changes }: Delivery): void {
    if (full.length === 0) return;
    const { country } = view;
    this.options.projections.note(country, changes, { vector: view.vector, mark: view.mark("full") });
    this.#outbox.add(audienceRoom(country, "full"), full);
    this.#outbox.add(audienceRoom(country, "redacted"), redacted);
    if (changes.some(({ collection }) => collection === "units")) this.#showAdmins(view);
    for (const socket of this.#in(audienceRoom(country, "redacted"))) {
      const { account } = socket.data;
      if (!getsOwn(socket.data) || !changes.some((change) => touchesOwn(view.picture, change, account)))
        continue;
      socket.emit("own", ownIncidents(view.picture, account));
    }
  }

  /** Administrators get no events; their small picture is sent again. */
  #showAdmins(view: CountryView): void {
    const room = audienceRoom(view.country, "admin");
    if (!this.io.sockets.adapter.rooms.has(room)) return;
    this.io.to(room).emit("picture", this.#services.openings.snapshot(view, "admin").picture);
  }

  /** Tells every screen what this process holds, after the events that covers have gone out. */
  tellHeads(): void {
    this.#outbox.flush();
    // Silence makes screens say that they are stale, which is then true.
    if (!this.options.feed.healthy) return;
    for (const view of this.options.views.values()) this.#tellHeadsOf(view);
  }

  #tellHeadsOf(view: CountryView): void {
    for (const audience of audiences) {
      const room = audienceRoom(view.country, audience);
      if (!this.io.sockets.adapter.rooms.has(room)) continue;
      this.io.to(room).emit("heads", headsMessage(view, audience, this.#services.headsSources));
    }
  }

  /** After an audit replaced a fold: the true digests first, so that no screen goes on saying "same", then the picture. */
  showAnew(view: CountryView): void {
    this.#outbox.flush();
    this.#tellHeadsOf(view);
    for (const audience of audiences) {
      const room = audienceRoom(view.country, audience);
      this.io.to(room).emit("picture", this.#services.openings.snapshot(view, audience).picture);
    }
  }

  ownPresence(): Presence {
    return presenceOf(
      this.options.views,
      this.screens.map((socket) => socket.data),
    );
  }

  /** Tells every screen who else looks on, when that has changed. */
  tellPresence(presence: Presence): void {
    const text = JSON.stringify(presence);
    if (text === this.#toldPresence) return;
    this.#toldPresence = text;
    this.#services.presence = presence;
    for (const country of this.options.views.keys())
      this.io.to(countryRoom(country)).emit("presence", presence);
  }

  cutSlowScreens(): void {
    for (const socket of this.screens) {
      if (this.#slow.isTooSlow(socket)) this.end(socket, "slow");
    }
  }

  /** Ends the screens of one session, or lets them come in anew when only the account has changed. */
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
    // Closed from below, a client takes it for a lost line and comes back by itself.
    else socket.conn.close();
  }

  /** Tells every screen to come back later, and gives the word a moment to leave. */
  async close(): Promise<void> {
    this.#outbox.flush();
    this.#outbox.close();
    const gone = this.screens.map(
      (socket) => new Promise<void>((resolve) => void socket.conn.once("close", () => resolve())),
    );
    for (const socket of this.screens) this.end(socket, "restarting");
    await Promise.race([Promise.all(gone), wait(farewellMs)]);
    await this.io.close();
  }

  #in(room: string): ScreenSocket[] {
    const ids = this.io.sockets.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.io.sockets.sockets.get(id) ?? []);
  }

  #refusalOf(error: unknown): Error {
    if (error instanceof Refusal) return error;
    this.options.logger.error({ err: error }, "a session could not be checked");
    return new Refusal("unavailable");
  }
}
