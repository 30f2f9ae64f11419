/** Tells the server which events and which fold this screen holds, and whether it is silent, so that others can compare. */
import type { LiveStore } from "../store/store";
import type { ClientSocket } from "./socket";

/** At most one report in this time; milliseconds. */
const paceMs = 1_000;

export class AppliedReport {
  #sentAt = 0;
  #sentText = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: LiveStore,
    private readonly socket: () => ClientSocket | undefined,
    private readonly now: () => number,
  ) {}

  /** Sends what is held if it differs from the last report; a second after that one at the earliest. */
  send(): void {
    const wait = this.#sentAt + paceMs - this.now();
    if (!this.socket()?.connected || this.#text() === this.#sentText) return;
    if (wait <= 0) {
      this.sendNow();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.send();
    }, wait);
  }

  /** Sends what is held, even if it was reported already. */
  sendNow(): void {
    const socket = this.socket();
    if (!socket?.connected) return;
    this.#sentAt = this.now();
    this.#sentText = this.#text();
    socket.emit("applied", this.#held());
  }

  /** To be called at each connect: the server forgets a report with the socket it came on. */
  forget(): void {
    this.#sentText = "";
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #held() {
    const { vector, mark: fold, silent } = this.store;
    return { vector, fold, ...(silent ? { silent: true as const } : {}) };
  }

  #text(): string {
    return JSON.stringify(this.#held());
  }
}
