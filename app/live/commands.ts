/** Commands on their way: *sending* until their event comes back, so that nothing shows as done before it is. */
import { v7 as uuidv7 } from "uuid";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { Vector } from "@/domain/envelope";
import type { WireError } from "@/domain/errors";
import { countsAsReading } from "@/domain/implied";
import type { CommandAnswer } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { type Listener, Listeners } from "../lib/listeners";
import type { ClientSocket } from "./connection/socket";
import type { LiveStore } from "./store/store";

export type Outcome = { ok: true } | { ok: false; error: WireError };

export type Pending = {
  id: string;
  type: CommandType;
  subject: string;
  /** `waiting`: there is no connection; it is sent with the same id after the reconnect. */
  state: "sending" | "waiting";
};

type Entry = Pending & {
  body: unknown;
  basis?: Vector;
  attempts: number;
  inFlight: boolean;
  /** The events that must be applied before the command counts as done. */
  covered?: { stream: keyof Vector; seq: number }[];
  resolve: (outcome: Outcome) => void;
};

const answerMs = 8_000;
const retryable = new Set(["unavailable", "rate-limited"]);
/** Does not pass by itself: an administrator must act first. */
const lastingReason = "restored";
const mayRetry = ({ code, reason }: WireError): boolean => retryable.has(code) && reason !== lastingReason;
const mostAttempts = 8;

/** A subject for what is about to be created: the own country's prefix and a new id. */
export const newSubject = (country: Country): string => `${country}-${uuidv7()}`;

export class CommandQueue {
  #entries = new Map<string, Entry>();
  #snapshot: readonly Pending[] = [];
  readonly #listeners = new Listeners();

  constructor(
    private readonly store: LiveStore,
    private readonly socket: () => ClientSocket | undefined,
    // Wrapped: browsers refuse to run setTimeout as a method of another object.
    private readonly later: (act: () => void, ms: number) => unknown = (act, ms) => setTimeout(act, ms),
  ) {
    store.subscribe("vector", () => this.#settle());
    store.subscribe("connection", () => this.#onConnection());
  }

  get pending(): readonly Pending[] {
    return this.#snapshot;
  }

  /** Called when what is pending changes. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  /** Sends a command; resolves when its events are in the picture, or when it was refused. */
  send<Type extends CommandType>(
    type: Type,
    subject: string,
    body: CommandBody<Type>,
    basis?: Vector,
  ): Promise<Outcome> {
    return new Promise((resolve) => {
      const id = uuidv7();
      this.#entries.set(id, {
        id,
        type,
        subject,
        body,
        // A reading counts for what was on this screen, not for what its server held by then.
        basis: basis ?? (countsAsReading(type) ? this.store.vector : undefined),
        state: "sending",
        attempts: 0,
        inFlight: false,
        resolve,
      });
      this.#transmit(id);
      this.#changed();
    });
  }

  #transmit(id: string): void {
    const entry = this.#entries.get(id);
    const socket = this.socket();
    if (!entry || entry.inFlight || entry.covered) return;
    // A silent connection counts as none: what is sent on it meanwhile may never arrive.
    if (!socket?.connected || this.store.connection.name === "stale") {
      this.#mark(entry, "waiting");
      return;
    }
    this.#mark(entry, "sending");
    entry.inFlight = true;
    entry.attempts += 1;
    const attempt = entry.attempts;
    const { type, subject, body, basis } = entry;
    socket.emit("command", { id, type, subject, body, ...(basis ? { basis } : {}) }, (answer) =>
      this.#answered(id, answer),
    );
    this.later(() => {
      if (entry.attempts === attempt && !entry.covered) this.#again(entry);
    }, answerMs);
  }

  #answered(id: string, answer: CommandAnswer): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.covered) return;
    entry.inFlight = false;
    if (answer.ok) {
      entry.covered = answer.events;
      this.#settle();
    } else if (mayRetry(answer.error) && entry.attempts < mostAttempts) {
      this.later(() => this.#again(entry), 400 * entry.attempts);
    } else this.#finish(entry, answer);
  }

  /** With the same id: a command that was committed meanwhile is answered again and changes nothing. */
  #again(entry: Entry): void {
    entry.inFlight = false;
    if (entry.attempts < mostAttempts) this.#transmit(entry.id);
    else this.#finish(entry, { ok: false, error: { code: "unavailable", message: "" } });
  }

  #settle(): void {
    for (const entry of this.#entries.values()) {
      const done = entry.covered?.every(({ stream, seq }) => this.store.seq(stream) >= seq);
      if (done) this.#finish(entry, { ok: true });
    }
  }

  #onConnection(): void {
    const { name } = this.store.connection;
    for (const entry of this.#entries.values()) {
      if (name === "live") this.#transmit(entry.id);
      else if (name === "stale") {
        entry.inFlight = false;
        this.#mark(entry, "waiting");
      } else if (name === "ended") {
        this.#finish(entry, { ok: false, error: { code: "unauthenticated", message: "" } });
      }
    }
  }

  #finish(entry: Entry, outcome: Outcome): void {
    if (!this.#entries.delete(entry.id)) return;
    entry.resolve(outcome);
    this.#changed();
  }

  #mark(entry: Entry, state: Pending["state"]): void {
    if (entry.state === state) return;
    entry.state = state;
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = [...this.#entries.values()].map(({ id, type, subject, state }) => ({
      id,
      type,
      subject,
      state,
    }));
    this.#listeners.notify();
  }
}
