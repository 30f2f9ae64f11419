/** When what has landed from the partner is taken in: at once when it lands, and looked for now and then. */
import type { Database } from "@/db/database";
import { hasArrivals } from "@/db/log/arrivals";
import type { Stream } from "@/domain/envelope";

export const arrivalsChannel = "sekong_arrivals";
/** A notification can be lost; this is how long an arrival then waits at most. Milliseconds. */
export const lookEveryMs = 5_000;

export type IntakeOptions = {
  db: Database;
  /** The partner's joint stream. */
  stream: Stream;
  listen: (channel: string, onWake: () => void) => Promise<() => Promise<void>>;
  /** Takes in what has landed, under the append lock. */
  takeIn: () => void;
};

export class Intake {
  #unlisten: (() => Promise<void>) | undefined;

  constructor(private readonly options: IntakeOptions) {}

  async start(): Promise<void> {
    const { listen, takeIn } = this.options;
    this.#unlisten = await listen(arrivalsChannel, takeIn);
    takeIn();
  }

  async stop(): Promise<void> {
    await this.#unlisten?.();
    this.#unlisten = undefined;
  }

  /** Takes in what has landed unnoticed. Outside the append lock, which an idle node never takes for this. */
  async look(): Promise<void> {
    const { db, stream, takeIn } = this.options;
    if (await hasArrivals(db, stream)) takeIn();
  }
}
