/** Slow consumers: found by what waits for them, cut off for good, free to resume by their vector. */
import type { ScreenSocket } from "./types";

export type SlowLimits = {
  /** Waiting bytes beyond which a screen is cut at once. */
  bytes: number;
  /** How long something may wait without the transport taking any of it. */
  stalledMs: number;
};

type Waiting = { data?: unknown; options?: { wsPreEncodedFrame?: readonly { length: number }[] } };

function sizeOf({ data, options }: Waiting): number {
  if (options?.wsPreEncodedFrame)
    return options.wsPreEncodedFrame.reduce((sum, part) => sum + part.length, 0);
  return typeof data === "string" || Buffer.isBuffer(data) ? data.length : 0;
}

/** The WebSocket below engine.io's transport, where there is one. */
function rawSocketOf(transport: object): { bufferedAmount: number; terminate: () => void } | undefined {
  if (!("socket" in transport) || typeof transport.socket !== "object" || transport.socket === null)
    return undefined;
  const raw = transport.socket;
  return "bufferedAmount" in raw && "terminate" in raw
    ? (raw as { bufferedAmount: number; terminate: () => void })
    : undefined;
}

/** Bytes handed over for a screen that have not left this process. */
export function waitingBytes({ conn }: ScreenSocket): number {
  // Public in the code, private in its types; nothing else tells what waits before the transport.
  const queued = (conn as unknown as { writeBuffer: Waiting[] }).writeBuffer;
  const buffered = rawSocketOf(conn.transport)?.bufferedAmount ?? 0;
  return queued.reduce((sum, packet) => sum + sizeOf(packet), buffered);
}

/** `disconnect(true)` leaves a stalled socket and its buffers standing; this does not. */
export function cutOff(socket: ScreenSocket): void {
  const raw = rawSocketOf(socket.conn.transport);
  socket.conn.close(true);
  raw?.terminate();
}

export class SlowConsumers {
  readonly #progressAtMs = new WeakMap<ScreenSocket, number>();

  constructor(
    private readonly limits: SlowLimits,
    private readonly nowMs: () => number,
  ) {}

  /** Notes each time a screen's transport takes what waits: a busy screen is not a stalled one. */
  watch(socket: ScreenSocket): void {
    const progress = () => void this.#progressAtMs.set(socket, this.nowMs());
    progress();
    socket.conn.on("drain", progress);
  }

  /** Whether a screen is too slow to be kept. To be asked about every second. */
  isTooSlow(socket: ScreenSocket): boolean {
    const bytes = waitingBytes(socket);
    if (bytes === 0) {
      this.#progressAtMs.set(socket, this.nowMs());
      return false;
    }
    const stalledMs = this.nowMs() - (this.#progressAtMs.get(socket) ?? this.nowMs());
    return bytes > this.limits.bytes || stalledMs > this.limits.stalledMs;
  }
}
