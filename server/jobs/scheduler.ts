/** All that happens by the clock in this process. */
import type { Logger } from "pino";
import { sessionsChannel } from "@/db/channels";
import type { Context } from "../context";
import { compareWithin } from "../feed/compare";
import { neighboursChannel } from "../hub/peers";
import { positionsChannel } from "../hub/position-board";
import { archiveRound, forgetTracks } from "./archive";

const headsEveryMs = 2_000;
const positionsEveryMs = 250;
const sessionsEveryMs = 2_000;
const slowEveryMs = 1_000;
const projectionsEveryMs = 2_000;
const tracksEveryMs = 5_000;
const archiveEveryMs = 60_000;

export class Rounds {
  readonly #timers: NodeJS.Timeout[] = [];
  #unlisten: (() => Promise<void>)[] = [];

  constructor(
    private readonly context: Context,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    const { connection, hub, sessionWatch, projections, neighbours, trackRecorder } = this.context;
    this.#unlisten = [
      await connection.listen(sessionsChannel, () => void sessionWatch.check()),
      await connection.listen(neighboursChannel, (payload) => neighbours.hear(payload)),
      await connection.listen(positionsChannel, (payload) => hub.positions.hear(payload)),
    ];
    this.#every(headsEveryMs, () => this.#tellHeads());
    this.#every(positionsEveryMs, () => hub.positions.flush());
    this.#every(sessionsEveryMs, () => sessionWatch.check());
    this.#every(slowEveryMs, () => hub.cutSlowScreens());
    this.#every(projectionsEveryMs, () => projections.write());
    this.#every(tracksEveryMs, () => trackRecorder.write());
    this.#every(archiveEveryMs, () => archiveRound(this.context, this.logger));
    this.#every(archiveEveryMs, () => forgetTracks(this.context, this.logger));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const unlisten of this.#unlisten) await unlisten();
  }

  /** Heads to the screens, presence to screens and neighbours, and the folds compared among themselves. */
  async #tellHeads(): Promise<void> {
    const { connection, hub, views, pipeline, auditor, neighbours, log } = this.context;
    hub.broadcast.tellHeads();
    compareWithin(auditor, [...views.values()], (view) => pipeline.markOf(view.country));
    const presence = hub.ownPresence();
    hub.broadcast.tellPresence(neighbours.everyone(presence));
    const marks = [...views.values()].map((view) => {
      const { version, digest } = view.mark("full");
      return { country: view.country, foldVersion: version, vector: view.vector, digest };
    });
    // The embedded database has no other process to talk to.
    if (connection.kind === "pglite") return;
    await log.notify(neighboursChannel, neighbours.word(presence, marks));
  }

  /** A round that fails is logged and comes again. */
  #every(ms: number, work: () => Promise<void> | void): void {
    const round = async () => {
      try {
        await work();
      } catch (error) {
        this.logger.error({ err: error }, "a round failed");
      }
    };
    this.#timers.push(setInterval(() => void round(), ms));
  }
}
