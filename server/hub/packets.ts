/**
 * What Socket.IO decodes is judged before it becomes an event: it spreads the arguments of a packet over a call, and one
 * of fifty thousand is an exception in a later tick that nothing of ours could catch.
 */
import { EventEmitter } from "node:events";
import { Decoder, Encoder, type Packet, PacketType, protocol } from "socket.io-parser";

/** A name and its payload; a client that adds a few more is still understood. */
const maxArguments = 8;
/** The deepest valid command has six levels. */
const maxDepth = 32;

/** Bytes are one value: they are refused where a command is parsed. */
const isNested = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value);

/** Whether a value is nested no deeper than a limit; walks level by level, so that depth costs no stack. */
function isShallow(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return false;
    level = level.flatMap((one) => (isNested(one) ? Object.values(one) : []));
  }
  return true;
}

const isEvent = ({ type }: Packet): boolean => type === PacketType.EVENT || type === PacketType.BINARY_EVENT;

/** An event of no name: it is answered as any unknown one, where an acknowledgement was asked for. */
const nameless = (packet: Packet): Packet => ({ ...packet, data: [""] });

/** The packet, or one that is answered as unknown when it could not be handled. */
export function judged(packet: Packet): Packet {
  if (!isEvent(packet) || !Array.isArray(packet.data)) return packet;
  const isSound = packet.data.length <= maxArguments + 1 && isShallow(packet.data, maxDepth);
  return isSound ? packet : nameless(packet);
}

/** Socket.IO's own decoder, whose packets are judged before anybody hears of them. */
class JudgingDecoder extends EventEmitter<{ decoded: [Packet] }> {
  readonly #decoder = new Decoder();

  constructor() {
    super();
    this.#decoder.on("decoded", (packet) => void this.emit("decoded", judged(packet)));
  }

  add(part: unknown): void {
    this.#decoder.add(part);
  }

  destroy(): void {
    this.#decoder.destroy();
  }
}

/** The parser that Socket.IO is given. */
export const parser = { protocol, Encoder, Decoder: JudgingDecoder, PacketType };
