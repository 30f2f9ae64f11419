/** The line between the two nations, for demo and tests: two TCP relays whose state a person or a test sets. */
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { z } from "zod";

export const lineStates = ["up", "cut", "stalled", "slow"] as const;
export type LineState = (typeof lineStates)[number];
export const lineChangeSchema = z.strictObject({
  state: z.enum(lineStates),
  /** Milliseconds each way, while slow. */
  delayMs: z.number().int().min(0).max(60_000).optional(),
  /** While slow: the share of chunks that wait longer, and how long. */
  late: z
    .strictObject({ share: z.number().min(0).max(1), delayMs: z.number().int().min(0).max(60_000) })
    .optional(),
});
export type LineChange = z.infer<typeof lineChangeSchema>;
export type LineReport = { state: LineState; since: string } & Omit<LineChange, "state">;

const defaultDelayMs = 200;

type Relay = { from: number; to: number };
type Pair = { near: Socket; far: Socket };

/** `cut` refuses and resets, `stalled` accepts and passes nothing, `slow` delays every chunk each way. */
export class Line {
  #state: LineState = "up";
  #delayMs = defaultDelayMs;
  #late: LineChange["late"];
  #since = new Date().toISOString();
  readonly #pairs = new Set<Pair>();
  readonly #servers: Server[] = [];

  constructor(private readonly relays: readonly Relay[]) {}

  async open(): Promise<void> {
    for (const relay of this.relays) {
      const server = createServer({ pauseOnConnect: true }, (near) => this.#accept(near, relay.to));
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(relay.from, "127.0.0.1", resolve);
      });
      this.#servers.push(server);
    }
  }

  async close(): Promise<void> {
    this.#reset();
    await Promise.all(
      this.#servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    );
  }

  get report(): LineReport {
    const slow = { delayMs: this.#delayMs, ...(this.#late ? { late: this.#late } : {}) };
    return { state: this.#state, since: this.#since, ...(this.#state === "slow" ? slow : {}) };
  }

  change({ state, delayMs, late }: LineChange): LineReport {
    this.#state = state;
    this.#delayMs = delayMs ?? defaultDelayMs;
    this.#late = late;
    this.#since = new Date().toISOString();
    if (state === "cut") this.#reset();
    for (const { near, far } of this.#pairs) {
      for (const socket of [near, far]) {
        if (state === "stalled") socket.pause();
        else socket.resume();
      }
    }
    return this.report;
  }

  #reset(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    this.#pairs.clear();
  }

  #accept(near: Socket, port: number): void {
    near.on("error", () => near.destroy());
    if (this.#state === "cut") {
      near.resetAndDestroy();
      return;
    }
    const far = dial({ port, host: "127.0.0.1" });
    const pair = { near, far };
    this.#pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      this.#pairs.delete(pair);
    };
    far.on("error", end);
    near.on("close", end);
    far.on("close", end);
    this.#pass(near, far);
    this.#pass(far, near);
    if (this.#state !== "stalled") near.resume();
  }

  /** How long a chunk that comes now waits. */
  get #waitMs(): number {
    if (this.#state !== "slow") return 0;
    return this.#late && Math.random() < this.#late.share ? this.#late.delayMs : this.#delayMs;
  }

  /** Passes what comes in order; while slow each chunk waits. */
  #pass(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    from.on("data", (chunk) => {
      const due = Date.now() + this.#waitMs;
      last = last.then(async () => {
        const waitMs = due - Date.now();
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on("end", () => void last.then(() => to.end()));
  }
}
