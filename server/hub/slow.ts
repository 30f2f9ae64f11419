/** Finds slow consumers by their unsent bytes, and cuts them off; they may reconnect and resume by their vector. */
import type { ScreenSocket } from "./types";

export type SlowLimits = {
  /** Unsent bytes beyond which a screen is cut off at once. */
  bytes: number;
  /** How long bytes may wait without the transport accepting any, in milliseconds. */
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

/** Bytes sent to a screen that have not left this process. */
export function waitingBytes({ conn }: ScreenSocket): number {
  // Public in the code, private in its types; there is no other way to count what waits before the transport.
  const queued = (conn as unknown as { writeBuffer: Waiting[] }).writeBuffer;
  const buffered = rawSocketOf(conn.transport)?.bufferedAmount ?? 0;
  return queued.reduce((sum, packet) => sum + sizeOf(packet), buffered);
}

/** Ends the connection at once; `disconnect(true)` would keep a stalled socket and its buffers. */
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

  /** Records each time the transport accepts data, to distinguish a busy screen from a stalled one. */
  watch(socket: ScreenSocket): void {
    const progress = () => void this.#progressAtMs.set(socket, this.nowMs());
    progress();
    socket.conn.on("drain", progress);
  }

  /** Whether a screen must be cut off. To be called about once per second. */
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
