/** Carries this node's own joint events from its log into its gateway: in order, idempotently, one process at a time. */
import type { Log } from "@/db/types";
import { type Stream, streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Country } from "@/domain/vocabulary";
import type { Gateway } from "./gateway";

const pageSize = 500;
/** The feed wakes this; a look without that is only for what it missed. Milliseconds. */
const lookEveryMs = 5_000;

export type OutboundOptions = {
  country: Country;
  log: Log;
  gateway: Gateway;
  /** Whether the own log is as it was: what follows a restored backup must not stand beside what was sent. */
  mayCarry: () => boolean;
  /** An own event as the partner may fetch it now. */
  asPartnerMayRead: (event: FullEvent) => FullEvent;
  nowMs: () => number;
  onError: (error: unknown) => void;
};

export class Outbound {
  readonly #stream: Stream;
  /** The gateway's last seq as this process knows it; undefined until it was asked. */
  #pushed: number | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #failed = false;
  #triedAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: OutboundOptions) {
    this.#stream = streamOf(options.country, "joint");
  }

  /** There may be something to carry. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** To be called often: tries again at once what failed, and looks now and then for what nobody woke it for. */
  look(): void {
    if (this.#failed || this.options.nowMs() - this.#triedAtMs >= lookEveryMs) this.wake();
  }

  async stop(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      this.#triedAtMs = this.options.nowMs();
      try {
        await this.#carry();
        this.#failed = false;
      } catch (error) {
        this.#failed = true;
        this.#pushed = undefined;
        this.options.onError(error);
      }
    }
  }

  async #carry(): Promise<void> {
    const { gateway, log, mayCarry } = this.options;
    if (!mayCarry()) return;
    if (!gateway.leads) this.#pushed = undefined;
    if (!(await gateway.lead())) return;
    this.#pushed ??= (await gateway.head(this.#stream))?.seq ?? 0;
    for (;;) {
      const page = await log.readAfter({ [this.#stream]: this.#pushed }, [this.#stream], pageSize);
      const last = page.at(-1);
      if (!last) return;
      await gateway.push(page.map(this.options.asPartnerMayRead));
      for (const event of page) if (event.type === "release.recalled") await gateway.eraseRecalled(event);
      this.#pushed = last.seq;
      if (page.length < pageSize) return;
    }
  }
}
