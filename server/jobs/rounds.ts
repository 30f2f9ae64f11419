/** All that happens by the clock in this process. */
import type { Logger } from "pino";
import { sessionsChannel } from "@/db/channels";
import type { Connection } from "@/db/connect";
import type { Context } from "../context";

const headsEveryMs = 2_000;
const sessionsEveryMs = 2_000;
const slowEveryMs = 1_000;
const projectionsEveryMs = 2_000;

export class Rounds {
  readonly #timers: NodeJS.Timeout[] = [];
  #unlisten: (() => Promise<void>) | undefined;

  constructor(
    private readonly context: Context,
    private readonly logger: Logger,
  ) {}

  async start(connection: Connection): Promise<void> {
    const { hub, sessionWatch, projections } = this.context;
    this.#unlisten = await connection.listen(sessionsChannel, () => void sessionWatch.check());
    this.#every(headsEveryMs, () => {
      hub.tellHeads();
      hub.tellPresence(hub.ownPresence());
    });
    this.#every(sessionsEveryMs, () => sessionWatch.check());
    this.#every(slowEveryMs, () => hub.cutSlowScreens());
    this.#every(projectionsEveryMs, () => projections.write());
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#unlisten?.();
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
