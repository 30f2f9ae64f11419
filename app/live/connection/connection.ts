/** One screen's line to the server: picture, resume by vector, silence, mismatch. No React here. */
import { jointStreams, type Vector } from "@/domain/envelope";
import { GapError } from "@/domain/fold";
import type {
  ClientToServer,
  HeadsMessage,
  PictureMessage,
  ServerToClient,
  WireEvent,
} from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";
import { protocolVersion } from "@/domain/protocol/version";
import type { LiveStore } from "../store/store";
import { warmDigests } from "../store/warm";
import type { EndCode } from "./machine";

/** The part of a Socket.IO client this needs: a test hands in a twin. */
export interface ClientSocket {
  connected: boolean;
  active: boolean;
  on<Name extends keyof ServerToClient>(name: Name, listener: ServerToClient[Name]): unknown;
  on(name: "connect", listener: () => void): unknown;
  on(name: "disconnect", listener: (reason: string) => void): unknown;
  on(name: "connect_error", listener: (error: Error & { data?: unknown }) => void): unknown;
  emit<Name extends keyof ClientToServer>(name: Name, ...args: Parameters<ClientToServer[Name]>): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

export interface Handshake {
  protocol: number;
  screen: Screen;
  vector?: Vector;
}

export interface ConnectionOptions {
  screen: Screen;
  /** Makes the socket; called once. `auth` is asked again at each connect. */
  open: (auth: () => Handshake) => ClientSocket;
  /** An administrator's screen holds units and no events: it says live or stale, and compares nothing (decision 12). */
  unitsOnly?: boolean;
  now?: () => number;
}

/** Nothing heard for this long: the screen is stale (protocol). */
const silenceMs = 5_000;
const reportMs = 1_000;
const endCodes = new Set<string>(["unauthenticated", "forbidden", "protocol"] satisfies EndCode[]);
const isEndCode = (code: unknown): code is EndCode => typeof code === "string" && endCodes.has(code);

export class LiveConnection {
  #socket: ClientSocket | undefined;
  #withVector = true;
  #lastHeard: number;
  #waiting: (() => void)[] | undefined;
  #generation = 0;
  #reloads = 0;
  #reported = { at: 0, text: "" };
  #timers: ReturnType<typeof setTimeout>[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #now: () => number;

  constructor(
    private readonly store: LiveStore,
    private readonly options: ConnectionOptions,
  ) {
    this.#now = options.now ?? Date.now;
    this.#lastHeard = this.#now();
  }

  get socket(): ClientSocket | undefined {
    return this.#socket;
  }

  start(): void {
    this.store.signal({ type: "started" });
    const socket = this.options.open(() => this.#handshake());
    this.#socket = socket;
    socket.on("picture", (message) => this.#heard(() => this.#onPicture(message)));
    socket.on("events", (events) => this.#heard(() => this.#inTurn(() => this.#onEvents(events))));
    socket.on("heads", (heads) => this.#heard(() => this.#inTurn(() => this.#onHeads(heads))));
    socket.on("presence", (presence) => this.#heard(() => this.store.setPresence(presence)));
    socket.on("positions", (positions) => this.#heard(() => this.store.setPositions(positions)));
    socket.on("own", (own) => this.#heard(() => this.store.setOwn(own.incidents)));
    socket.on("ended", ({ code }) => {
      if (isEndCode(code)) this.#refuse(code);
    });
    socket.on("disconnect", () => this.#lost());
    socket.on("connect_error", (error) => this.#refused(error));
    this.#timers = [setInterval(() => this.check(), 1_000)];
    socket.connect();
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#retry);
    this.#generation += 1;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.disconnect();
  }

  /** Says *stale* after five seconds of silence and mends the line. Also called when a hidden tab comes back. */
  check(): void {
    if (this.#now() - this.#lastHeard <= silenceMs) return;
    this.store.signal({ type: "lost", since: this.#lastHeard });
    const socket = this.#socket;
    // A socket that looks connected and says nothing is dead: a new one is the only cure.
    if (socket?.connected && this.#now() - this.#lastHeard > 2 * silenceMs) this.#reconnect(true);
  }

  #handshake(): Handshake {
    const resume = this.#withVector && this.store.hasPicture;
    const { screen } = this.options;
    return { protocol: protocolVersion, screen, ...(resume ? { vector: this.store.vector } : {}) };
  }

  #heard(act: () => void): void {
    this.#lastHeard = this.#now();
    act();
  }

  /** While a snapshot is being hashed, what follows it waits its turn. */
  #inTurn(act: () => void): void {
    if (this.#waiting) this.#waiting.push(act);
    else act();
  }

  #onPicture(message: PictureMessage): void {
    this.#withVector = true;
    this.#generation += 1;
    this.#waiting = undefined;
    // A full set of positions follows each picture: what was heard before the line broke is forgotten.
    this.store.setPositions([], true);
    if (message.mode === "resume") return;
    const generation = this.#generation;
    this.#waiting = [];
    void warmDigests(message.picture).then(() => {
      if (generation !== this.#generation) return;
      this.store.replace(message.picture, message.vector, message.heads);
      const waiting = this.#waiting ?? [];
      this.#waiting = undefined;
      for (const act of waiting) act();
      this.#report();
    });
  }

  #onEvents(events: WireEvent[]): void {
    try {
      this.store.apply(events);
    } catch (error) {
      if (!(error instanceof GapError)) {
        console.error("An event could not be applied; the picture is loaded anew.", error);
        this.#reconnect(false);
        return;
      }
      this.#reconnect(true);
      return;
    }
    this.#report();
  }

  #onHeads(heads: HeadsMessage): void {
    if (!this.store.hasPicture) return;
    this.store.setHeads(heads, this.#now());
    if (this.options.unitsOnly) {
      this.store.signal({ type: "caught-up" });
      return;
    }
    if (this.store.contradicts(heads.heads)) {
      this.#reconnect(false);
      return;
    }
    const lacking = this.store.lacking(heads.heads);
    if (lacking > 0) {
      this.store.signal({ type: "behind", by: lacking });
      // Heads follow the events they cover: what is missing now was lost on the way.
      this.#reconnect(true);
      return;
    }
    if (this.#comparable(heads) && !this.#sameFold(heads)) return;
    this.#reloads = 0;
    this.store.setMismatch(undefined);
    this.store.signal({ type: "caught-up" });
    this.#report();
  }

  #comparable(heads: HeadsMessage): boolean {
    return jointStreams.every((stream) => (heads.heads[stream]?.seq ?? 0) === this.store.seq(stream));
  }

  #sameFold(heads: HeadsMessage): boolean {
    const mine = this.store.mark;
    const { fold } = heads;
    if (mine.version === fold.version && mine.digest === fold.digest) return true;
    const since = this.store.mismatch?.since ?? this.#now();
    this.store.setMismatch({ since, mine: mine.digest, theirs: fold.digest });
    console.warn(`Not the same picture: this screen ${mine.digest}, server ${fold.digest}. Loading it anew.`);
    this.#report(true);
    const wait = Math.min(30_000, this.#reloads === 0 ? 0 : 1_000 * 2 ** this.#reloads);
    this.#reloads += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#reconnect(false), wait);
    return false;
  }

  #reconnect(withVector: boolean): void {
    this.#withVector = withVector;
    this.#generation += 1;
    this.#waiting = undefined;
    const socket = this.#socket;
    if (!socket) return;
    socket.disconnect();
    socket.connect();
  }

  #lost(): void {
    const socket = this.#socket;
    if (!socket || this.store.connection.name === "ended") return;
    if (this.store.connection.name === "live") this.store.signal({ type: "lost", since: this.#lastHeard });
    // The library does not come back by itself when the server ended the connection.
    if (!socket.active) this.#later();
  }

  #refused(error: Error & { data?: unknown }): void {
    const code = codeIn(error.data);
    if (isEndCode(code)) {
      this.#refuse(code);
      return;
    }
    this.store.signal({ type: "lost", since: this.#lastHeard });
    if (this.#socket && !this.#socket.active) this.#later();
  }

  #refuse(code: EndCode): void {
    this.store.signal({ type: "refused", code });
    this.#socket?.disconnect();
  }

  #later(): void {
    clearTimeout(this.#retry);
    // Spread out, so that a restarted server is not met by every screen at once.
    this.#retry = setTimeout(() => this.#socket?.connect(), 300 + Math.random() * 700);
  }

  /** Tells the server what this screen holds, at most once a second. */
  #report(now = false): void {
    const applied = { vector: this.store.vector, fold: this.store.mark };
    const text = JSON.stringify(applied);
    const wait = this.#reported.at + reportMs - this.#now();
    if (!this.#socket?.connected || (text === this.#reported.text && !now)) return;
    if (wait > 0 && !now) {
      if (this.#timers.length > 1) return;
      const timer = setTimeout(() => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        this.#report();
      }, wait);
      this.#timers.push(timer);
      return;
    }
    this.#reported = { at: this.#now(), text };
    this.#socket.emit("applied", applied);
  }
}

function codeIn(data: unknown): unknown {
  return typeof data === "object" && data !== null && "code" in data ? data.code : undefined;
}
