/** The incidents in view: read at a pace, since it is the one question here whose cost grows with the picture. */
import { type Listener, Listeners } from "../../../lib/listeners";
import type { MapIncident } from "../../types";

const paceMs = 300;

export class InView {
  readonly #read: () => readonly MapIncident[];
  readonly #listeners = new Listeners<readonly MapIncident[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `read` gives what is in view, most urgent first. */
  constructor(read: () => readonly MapIncident[]) {
    this.#read = read;
  }

  /** Called with what is in view, now and whenever it may have changed. Returns an unsubscribe function. */
  add(listener: Listener<readonly MapIncident[]>): () => void {
    listener(this.#read());
    return this.#listeners.add(listener);
  }

  /** Notifies within the pace that what is in view may have changed. */
  changed(): void {
    if (this.#listeners.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#listeners.notify(this.#read());
    }, paceMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
