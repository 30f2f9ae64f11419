/** Tells who listens which incidents are in view: gathered, for it is the one thing here that grows with the picture. */

import { Listeners } from "../../../lib/listeners";
import type { MapIncident } from "../../types";

type Listener = (incidents: readonly MapIncident[]) => void;
const gatherMilliseconds = 300;

export class InView {
  readonly #now: () => readonly MapIncident[];
  readonly #listeners = new Listeners<readonly MapIncident[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `now` answers what is in view, most pressing first. */
  constructor(now: () => readonly MapIncident[]) {
    this.#now = now;
  }

  /** Calls back with what is in view, now and whenever it may have changed; returns the way to stop. */
  listen(listener: Listener): () => void {
    listener(this.#now());
    return this.#listeners.add(listener);
  }

  /** What is in view may have changed. */
  changed(): void {
    if (this.#listeners.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#listeners.notify(this.#now());
    }, gatherMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
