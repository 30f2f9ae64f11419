/** Screens that only receive, and record when each event arrived. */
import { setTimeout as wait } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { Positions } from "@/domain/protocol/down";
import { protocolVersion } from "@/domain/protocol/version";
import {
  type Arrivals,
  type Bytes,
  type Connect,
  now,
  type Reported,
  type Seen,
  type Sent,
} from "./protocol";

/** Connections opened at the same time. */
const maxOpening = 40;
const eventTimeoutMs = 15_000;
/** A last position that arrives later counts as missing. */
const positionTimeoutMs = 2_000;

export function dial({ address, cookie, screen }: Connect): Socket {
  return io(address, {
    forceNew: true,
    transports: ["websocket"],
    extraHeaders: { cookie },
    auth: { protocol: protocolVersion, screen },
  });
}

/** Rejects when the server refuses. */
export function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
}

type Arrived = { stream: string; seq: number };

class Watcher {
  readonly arrivals = new Map<string, number>();
  bytes = 0;
  last: unknown;
  ages: number[] = [];
  readonly latest = new Map<string, number>();
  readonly ready: Promise<void>;

  constructor(readonly socket: Socket) {
    this.ready = new Promise((resolve, reject) => {
      socket.once("picture", () => resolve());
      socket.once("connect_error", reject);
    });
    socket.on("events", (events: Arrived[]) => {
      const at = now();
      for (const { stream, seq } of events) this.arrivals.set(`${stream} ${seq}`, at);
      this.last = events.at(-1);
    });
    socket.on("positions", (positions: Positions) => {
      const at = now();
      for (const [unitId, , , atMs] of positions) {
        this.ages.push(at - atMs);
        this.latest.set(unitId, atMs);
      }
    });
    socket.on("connect", () => {
      socket.io.engine.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
        if (type !== "message" || typeof data !== "string" || !data.startsWith('2["events"')) return;
        // Engine.IO adds one byte and the WebSocket frame four.
        this.bytes += Buffer.byteLength(data) + 5;
      });
    });
  }
}

export class Watchers {
  #watchers: Watcher[] = [];

  async open(connect: Connect, count: number): Promise<void> {
    for (let opened = 0; opened < count; opened += maxOpening) {
      const some = Array.from(
        { length: Math.min(maxOpening, count - opened) },
        () => new Watcher(dial(connect)),
      );
      await Promise.all(some.map(({ ready }) => ready));
      this.#watchers.push(...some);
    }
  }

  close(): void {
    for (const { socket } of this.#watchers) socket.disconnect();
    this.#watchers = [];
  }

  /** Waits for the events; those that do not arrive in time count as missing. */
  async arrivals(sent: readonly Pick<Sent, "key" | "at">[]): Promise<Arrivals> {
    const deadline = now() + eventTimeoutMs;
    while (this.#missing(sent) > 0 && now() < deadline) await wait(50);
    const latencies = new Float64Array(this.#watchers.length * sent.length);
    let filled = 0;
    for (const { arrivals } of this.#watchers) {
      for (const { key, at } of sent) {
        const arrived = arrivals.get(key);
        if (arrived !== undefined) latencies[filled++] = arrived - at;
      }
    }
    return { latencies: latencies.slice(0, filled), missing: latencies.length - filled };
  }

  watch(): void {
    for (const watcher of this.#watchers) {
      watcher.ages = [];
      watcher.latest.clear();
    }
  }

  async seen(last: Reported["last"]): Promise<Seen> {
    const missing = () =>
      this.#watchers.reduce(
        (all, { latest }) =>
          all + Object.entries(last).filter(([unitId, atMs]) => latest.get(unitId) !== atMs).length,
        0,
      );
    const deadline = now() + positionTimeoutMs;
    while (missing() > 0 && now() < deadline) await wait(50);
    return { ages: Float64Array.from(this.#watchers.flatMap(({ ages }) => ages)), missing: missing() };
  }

  bytes(): Bytes {
    const sum = (of: (watcher: Watcher) => number) => this.#watchers.reduce((all, one) => all + of(one), 0);
    return { bytes: sum(({ bytes }) => bytes), events: sum(({ arrivals }) => arrivals.size) };
  }

  sample(): string {
    return JSON.stringify(this.#watchers.find(({ last }) => last !== undefined)?.last ?? null);
  }

  #missing(sent: readonly Pick<Sent, "key">[]): number {
    return this.#watchers.reduce(
      (all, { arrivals }) => all + sent.reduce((few, { key }) => few + (arrivals.has(key) ? 0 : 1), 0),
      0,
    );
  }
}
