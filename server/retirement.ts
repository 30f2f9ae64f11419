/** Ends this process's work once the log holds what only a newer version can read: another process of this node runs it. */
import type { Logger } from "pino";
import { UnknownEventTypeError } from "@/db/log/rows";
import type { CommandPipeline } from "./commands/pipeline";
import type { LiveHub } from "./hub/hub";
import type { Link } from "./link/link";

export type RetiringParts = { pipeline: CommandPipeline; hub: LiveHub; link: Link | undefined };

export class Retirement {
  #begun = false;

  constructor(
    private readonly logger: Logger,
    private readonly parts: () => RetiringParts,
  ) {}

  /**
   * Takes an error of a reading of the log. On an unknown event type this process decides nothing more, releases the
   * gateway and hands its screens over; health is no longer ok, and only a restart of the newer version mends it.
   */
  notice(error: unknown): void {
    if (this.#begun || !(error instanceof UnknownEventTypeError)) return;
    this.#begun = true;
    const { pipeline, hub, link } = this.parts();
    this.logger.error(
      { type: error.eventType },
      "a newer version runs beside this process, which hands over",
    );
    hub.handOver();
    Promise.all([pipeline.stop(), link?.stop()]).catch((failure: unknown) =>
      this.logger.error({ err: failure }, "a part did not stop cleanly"),
    );
  }
}
