/** One screen's connection to the server: snapshot, resume by vector, silence, mismatch. No React here. */
import { jointStreams } from "@/domain/envelope";
import { GapError } from "@/domain/fold";
import { type EndCode, endCodeOf } from "@/domain/freshness/connection";
import type { HeadsMessage, PictureMessage, WireEvent } from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";
import { protocolVersion } from "@/domain/protocol/version";
import type { LiveStore } from "../store/store";
import { warmDigests } from "../store/warm";
import { AppliedReport } from "./applied-report";
import { SnapshotGate } from "./snapshot-gate";
import type { ClientSocket, Handshake } from "./socket";

export interface ConnectionOptions {
  screen: Screen;
  /** Makes the socket; called once. `auth` is asked again at each connect. */
  open: (auth: () => Handshake) => ClientSocket;
  /** An administrator's screen holds units and no events: it says live or stale, and compares nothing (decision 12). */
  unitsOnly?: boolean;
  /** The device's clock, for what is measured between two moments; epoch milliseconds. */
  now?: () => number;
}

/** No message for this long: the screen is stale (docs/protocol.md). */
const silenceMs = 5_000;
/** Between two reloads for a mismatch that stays, at most; milliseconds. */
const longestReloadMs = 30_000;

export class LiveConnection {
  #socket: ClientSocket | undefined;
  #withVector = true;
  #lastMessageAt: number;
  readonly #gate = new SnapshotGate();
  #reloads = 0;
  #watch: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #report: AppliedReport;
  readonly #now: () => number;

  constructor(
    private readonly store: LiveStore,
    private readonly options: ConnectionOptions,
  ) {
    this.#now = options.now ?? (() => Date.now());
    this.#lastMessageAt = this.#now();
    this.#report = new AppliedReport(store, () => this.#socket, this.#now);
  }

  get socket(): ClientSocket | undefined {
    return this.#socket;
  }

  start(): void {
    this.store.signal({ type: "started" });
    const socket = this.options.open(() => this.#handshake());
    this.#socket = socket;
    socket.on("picture", (message) => this.#received(() => this.#onPicture(message)));
    socket.on("events", (events) => this.#received(() => this.#gate.run(() => this.#onEvents(events))));
    socket.on("heads", (heads) => this.#received(() => this.#gate.run(() => this.#onHeads(heads))));
    socket.on("presence", (presence) => this.#received(() => this.store.setPresence(presence)));
    socket.on("fences", (fences) => this.#received(() => this.store.setFences(fences)));
    socket.on("positions", (positions) => this.#received(() => this.store.setPositions(positions)));
    socket.on("own", (own) => this.#received(() => this.store.setOwn(own.incidents)));
    socket.on("ended", ({ code }) => {
      const known = endCodeOf(code);
      if (known) this.#end(known);
    });
    socket.on("disconnect", () => this.#lost());
    socket.on("connect_error", (error) => this.#refused(error));
    this.#watch = setInterval(() => this.check(), 1_000);
    socket.connect();
  }

  stop(): void {
    clearInterval(this.#watch);
    this.#report.stop();
    clearTimeout(this.#retry);
    this.#gate.drop();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.disconnect();
  }

  /** Says *stale* after five seconds of silence, and reconnects after ten. Also called when a hidden tab comes back. */
  check(): void {
    if (this.#now() - this.#lastMessageAt <= silenceMs) return;
    this.store.signal({ type: "lost", since: this.#heardAt });
    const socket = this.#socket;
    // A socket that counts as connected and sends nothing is dead: only a new connection helps.
    if (socket?.connected && this.#now() - this.#lastMessageAt > 2 * silenceMs) this.#reconnect(true);
  }

  /** When the last message came, by the server's time: what screens say of it. Epoch milliseconds. */
  get #heardAt(): number {
    return this.store.time.of(this.#lastMessageAt);
  }

  #handshake(): Handshake {
    const resume = this.#withVector && this.store.hasPicture;
    const { screen } = this.options;
    return { protocol: protocolVersion, screen, ...(resume ? { vector: this.store.vector } : {}) };
  }

  #received(act: () => void): void {
    this.#lastMessageAt = this.#now();
    act();
  }

  #onPicture(message: PictureMessage): void {
    this.#withVector = true;
    this.#report.forget();
    this.#gate.drop();
    // A full set of positions follows each picture: those from before the disconnect are forgotten.
    this.store.setPositions([], true);
    if (message.mode === "resume") return;
    const { picture, vector, heads } = message;
    const replace = () => this.store.replace(picture, vector, heads);
    void this.#gate.hold(warmDigests(picture), replace).then(() => this.#report.send());
  }

  #onEvents(events: WireEvent[]): void {
    try {
      this.store.apply(events);
    } catch (error) {
      if (!(error instanceof GapError)) {
        console.error("An event could not be applied; reloading the picture.", error);
        this.#reconnect(false);
        return;
      }
      this.#reconnect(true);
      return;
    }
    this.#report.send();
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
    this.#report.send();
  }

  #comparable(heads: HeadsMessage): boolean {
    // Another version folds otherwise, and is no fault: the page is asked to reload (domain/freshness/link-notices.ts).
    if (heads.fold.version !== this.store.mark.version) return false;
    return jointStreams.every((stream) => (heads.heads[stream]?.seq ?? 0) === this.store.seq(stream));
  }

  #sameFold(heads: HeadsMessage): boolean {
    const mine = this.store.mark;
    const { fold } = heads;
    if (mine.digest === fold.digest) return true;
    const since = this.store.mismatch?.since ?? this.store.time.of(this.#now());
    this.store.setMismatch({ since, mine: mine.digest, theirs: fold.digest });
    console.warn(`Not the same picture: this screen ${mine.digest}, server ${fold.digest}. Reloading.`);
    this.#report.sendNow();
    const wait = Math.min(longestReloadMs, this.#reloads === 0 ? 0 : 1_000 * 2 ** this.#reloads);
    this.#reloads += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#reconnect(false), wait);
    return false;
  }

  #reconnect(withVector: boolean): void {
    this.#withVector = withVector;
    this.#gate.drop();
    const socket = this.#socket;
    if (!socket) return;
    socket.disconnect();
    socket.connect();
  }

  #lost(): void {
    const socket = this.#socket;
    if (!socket || this.store.connection.name === "ended") return;
    if (this.store.connection.name === "live") this.store.signal({ type: "lost", since: this.#heardAt });
    // The library does not come back by itself when the server ended the connection.
    if (!socket.active) this.#connectLater();
  }

  #refused(error: Error & { data?: unknown }): void {
    const code = endCodeOf(codeIn(error.data));
    if (code) {
      this.#end(code);
      return;
    }
    this.store.signal({ type: "lost", since: this.#heardAt });
    if (this.#socket && !this.#socket.active) this.#connectLater();
  }

  #end(code: EndCode): void {
    this.store.signal({ type: "refused", code });
    this.#socket?.disconnect();
  }

  #connectLater(): void {
    clearTimeout(this.#retry);
    // At random, so that not every screen reconnects to a restarted server at once.
    this.#retry = setTimeout(() => this.#socket?.connect(), 300 + Math.random() * 700);
  }
}

function codeIn(data: unknown): unknown {
  return typeof data === "object" && data !== null && "code" in data ? data.code : undefined;
}
