/** Test doubles for the socket, and pictures made by the real domain. */
import { toWire } from "@/domain/derive";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import type { CommandAnswer, HeadsMessage, PictureMessage } from "@/domain/protocol/down";
import type { ClientSocket, Handshake } from "../connection/socket";
import type { LiveStore } from "../store/store";

type Handler = (...args: unknown[]) => void;

/** A Socket.IO client whose server is the test. */
export class TestSocket {
  connected = false;
  active = true;
  readonly handshakes: Handshake[] = [];
  readonly sent: { name: string; args: unknown[] }[] = [];
  #handlers = new Map<string, Handler[]>();

  constructor(private readonly auth: () => Handshake) {}

  asSocket(): ClientSocket {
    return this as unknown as ClientSocket;
  }

  on(name: string, handler: Handler): void {
    this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
  }

  emit(name: string, ...args: unknown[]): void {
    this.sent.push({ name, args });
  }

  connect(): void {
    this.connected = true;
    this.handshakes.push(this.auth());
  }

  disconnect(): void {
    this.connected = false;
  }

  /** Delivers a message of the server. */
  say(name: string, ...args: unknown[]): void {
    for (const handler of this.#handlers.get(name) ?? []) handler(...args);
  }

  /** Answers the last command sent. */
  answer(answer: CommandAnswer): void {
    const last = this.sent.filter(({ name }) => name === "command").at(-1);
    (last?.args[1] as ((answer: CommandAnswer) => void) | undefined)?.(answer);
  }

  commands(): { id: string; type: string }[] {
    return this.sent
      .filter(({ name }) => name === "command")
      .map(({ args }) => args[0] as { id: string; type: string });
  }
}

const headsOf = (events: readonly FullEvent[]) =>
  Object.fromEntries(events.map((event) => [event.stream, { seq: event.seq, hash: event.hash }]));

export function foldOf(events: readonly FullEvent[]): Fold {
  const fold = new Fold();
  for (const event of events) fold.apply(event);
  return fold;
}

export function snapshotOf(events: readonly FullEvent[]): PictureMessage {
  const fold = foldOf(events);
  return { mode: "snapshot", vector: fold.vector, heads: headsOf(events), picture: toWire(fold.picture) };
}

/** Gives a store the picture that these events make. */
export function loadSnapshot(store: LiveStore, events: readonly FullEvent[]): void {
  const message = snapshotOf(events);
  if (message.mode === "snapshot") store.replace(message.picture, message.vector, message.heads);
}

export function headsAfter(events: readonly FullEvent[], at: string): HeadsMessage {
  return {
    at,
    heads: headsOf(events),
    fold: foldOf(events).mark,
    partner: { state: "shared", since: at },
  };
}
