/** The base of what a screen derives from the picture: each view says only what it places, and where. */

import type { Change } from "@/domain/picture";
import { type Listener, Listeners } from "../../lib/listeners";
import type { Batch, LiveStore } from "../store/store";

/**
 * An incremental view of the live store. It is built from the whole picture when the first listener comes and when the
 * picture is replaced, and follows it change by change after that: an update costs what it changes, whatever the size
 * of the picture. Without listeners it does nothing.
 */
export abstract class View {
  #version = 0;
  readonly #listeners = new Listeners(() => this.#open());

  constructor(protected readonly store: LiveStore) {}

  /** Rises exactly when what the view shows changes. */
  get version(): number {
    return this.#version;
  }

  /** Called whenever the version rises. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  /** Empties the view. */
  protected abstract clear(): void;

  /** The ids of everything in the picture that the view may place. */
  protected abstract allIds(): Iterable<string>;

  /** The ids that one change of the picture may place elsewhere. */
  protected abstract idsOf(change: Change): readonly string[];

  /** Places one id as the picture has it now. Says whether what the view shows changed. */
  protected abstract place(id: string): boolean;

  /** Derives what is shown from what was placed; called once per change, before the listeners. */
  protected derive(): void {}

  /** What else it follows while it has listeners; called before it is built. Returns an unsubscribe function. */
  protected follow(): () => void {
    return () => undefined;
  }

  /** Places these ids again, when something else that they depend on changed. */
  protected update(ids: Iterable<string>): void {
    let changed = false;
    for (const id of ids) changed = this.place(id) || changed;
    if (changed) this.#changed();
  }

  /** Builds the view from the whole picture again, when something else that it depends on changed. */
  protected refresh(): void {
    if (this.#listeners.size > 0) this.#rebuild();
  }

  #open(): () => void {
    const unfollow = this.follow();
    this.#rebuild();
    const unsubscribe = this.store.onBatch((batch) => this.#onBatch(batch));
    return () => {
      unsubscribe();
      unfollow();
    };
  }

  #onBatch(batch: Batch): void {
    if (batch.reset) {
      this.#rebuild();
      return;
    }
    this.update(new Set(batch.changes.flatMap((change) => this.idsOf(change))));
  }

  #rebuild(): void {
    this.clear();
    for (const id of this.allIds()) this.place(id);
    this.#changed();
  }

  #changed(): void {
    this.derive();
    this.#version += 1;
    this.#listeners.notify();
  }
}
