/**
 * Feeds one GeoJSON source by feature id. Changes are held until a flush, so that a busy minute costs one or two updates
 * a second and not one each; the cost of an update does not depend on how much the map holds.
 */
import type { Feature } from "geojson";
import type { GeoJSONSource, GeoJSONSourceDiff } from "maplibre-gl";

/** The changes since the last flush: the feature to put, or null to remove. */
type Pending = Map<string, Feature | null>;

export class Feed {
  readonly #source: () => GeoJSONSource | undefined;
  readonly #held = new Set<string>();
  #pending: Pending = new Map();
  /** Updates sent to the map so far. */
  updates = 0;

  constructor(source: () => GeoJSONSource | undefined) {
    this.#source = source;
  }

  /** How many features the source holds once everything pending is flushed. */
  get size(): number {
    let size = this.#held.size;
    for (const [id, feature] of this.#pending) {
      if (feature && !this.#held.has(id)) size += 1;
      if (!feature && this.#held.has(id)) size -= 1;
    }
    return size;
  }

  get waiting(): number {
    return this.#pending.size;
  }

  put(feature: Feature): void {
    if (feature.id !== undefined) this.#pending.set(String(feature.id), feature);
  }

  remove(id: string): void {
    this.#pending.set(id, null);
  }

  /** Replaces everything; only for a first picture or after a reload. */
  replace(features: readonly Feature[]): void {
    this.#held.clear();
    if (!this.#source()) {
      this.#pending = new Map(features.map((feature) => [String(feature.id), feature]));
      return;
    }
    this.#pending = new Map();
    for (const feature of features) this.#held.add(String(feature.id));
    this.#send((source) => source.setData({ type: "FeatureCollection", features: [...features] }));
  }

  /** Sends the pending changes; keeps them while the map has no such source yet. */
  flush(): void {
    if (this.#pending.size === 0 || !this.#source()) return;
    const diff: Required<Pick<GeoJSONSourceDiff, "add" | "remove">> = { add: [], remove: [] };
    for (const [id, feature] of this.#pending) {
      if (feature) diff.add.push(feature);
      else if (this.#held.has(id)) diff.remove.push(id);
      if (feature) this.#held.add(id);
      else this.#held.delete(id);
    }
    this.#pending = new Map();
    if (diff.add.length + diff.remove.length > 0) this.#send((source) => source.updateData(diff));
  }

  #send(act: (source: GeoJSONSource) => Promise<unknown>): void {
    const source = this.#source();
    if (!source) return;
    this.updates += 1;
    // MapLibre queues and merges updates itself: none has to wait for the one before.
    act(source).catch((error: unknown) => console.error("the map refused an update", error));
  }
}
