/** Runs the periodic jobs of this process and subscribes to the channels between processes. */
import type { Logger } from "pino";
import { sessionsChannel } from "@/db/channels";
import type { Context } from "../context";
import { compareWithin } from "../feed/compare";
import { fencesChannel } from "../fences/board";
import { peersChannel } from "../hub/peers";
import { positionsChannel } from "../hub/position-board";
import { archiveDue, deleteOldTracks, removeExpiredDrawings } from "./archive";

const headsEveryMs = 2_000;
const positionsEveryMs = 250;
const sessionsEveryMs = 2_000;
const slowEveryMs = 1_000;
const projectionsEveryMs = 2_000;
const tracksEveryMs = 5_000;
const fencesEveryMs = 1_000;
const expiredEveryMs = 5_000;
const archiveEveryMs = 60_000;

export class Scheduler {
  readonly #timers: NodeJS.Timeout[] = [];
  #unlisten: (() => Promise<void>)[] = [];

  constructor(
    private readonly context: Context,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    const { connection, hub, sessionWatch, projections, peers, trackRecorder } = this.context;
    this.#unlisten = [
      await connection.listen(sessionsChannel, () => void sessionWatch.check()),
      await connection.listen(peersChannel, (payload) => peers.receive(payload)),
      await connection.listen(positionsChannel, (payload) => hub.positions.receive(payload)),
      await connection.listen(fencesChannel, (payload) => void this.#run(() => hub.fences.receive(payload))),
    ];
    for (const centre of this.context.views.keys()) await hub.fences.read(centre);
    this.#every(headsEveryMs, () => this.#sendHeads());
    this.#every(positionsEveryMs, () => hub.positions.flush());
    this.#every(sessionsEveryMs, () => sessionWatch.check());
    this.#every(slowEveryMs, () => hub.cutSlowScreens());
    this.#every(projectionsEveryMs, () => projections.write());
    this.#every(tracksEveryMs, () => trackRecorder.write());
    this.#every(archiveEveryMs, () => archiveDue(this.context, this.logger));
    this.#every(archiveEveryMs, () => deleteOldTracks(this.context, this.logger));
    this.#every(archiveEveryMs, () => hub.fences.deleteOld());
    this.#every(fencesEveryMs, () => hub.fences.flush());
    this.#every(expiredEveryMs, () => removeExpiredDrawings(this.context, this.logger));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const unlisten of this.#unlisten) await unlisten();
  }

  /** Sends heads and presence to the screens, compares the folds of this process, and announces it to its peers. */
  async #sendHeads(): Promise<void> {
    const { connection, hub, views, pipeline, auditor, peers, log, link } = this.context;
    hub.broadcast.sendHeads();
    compareWithin(auditor, [...views.values()], (view) => pipeline.markOf(view.country));
    const presence = hub.ownPresence();
    hub.broadcast.sendPresence([...peers.nodePresence(presence), ...(link?.partnerPresence ?? [])]);
    const marks = [...views.values()].map((view) => {
      const { version, digest } = view.mark("full");
      return { country: view.country, foldVersion: version, vector: view.vector, digest };
    });
    // The embedded database is open in one process only.
    if (connection.kind === "pglite") return;
    await log.notify(peersChannel, peers.announcement(presence, marks));
  }

  /** Runs work periodically; a failed run is logged and the next one comes. */
  #every(ms: number, work: () => Promise<void> | void): void {
    this.#timers.push(setInterval(() => void this.#run(work), ms));
  }

  async #run(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ err: error }, "a periodic job failed");
    }
  }
}
