/** An index of the drawings that watch an area, updated incrementally, so that handling a position costs the same whatever is drawn. */
import type { Drawing } from "@/domain/drawing/schema";
import type { Change, Picture } from "@/domain/picture";

export class WatchingDrawings {
  readonly #byId = new Map<string, Drawing>();

  constructor(picture: Picture) {
    this.replace(picture);
  }

  get all(): Iterable<Drawing> {
    return this.#byId.values();
  }

  get(id: string): Drawing | undefined {
    return this.#byId.get(id);
  }

  /** Rebuilds the index from a picture. */
  replace(picture: Picture): void {
    this.#byId.clear();
    for (const drawing of picture.drawings.values()) this.#add(drawing);
  }

  apply(change: Change): void {
    if (change.collection !== "drawings") return;
    this.#byId.delete(change.id);
    if (change.after) this.#add(change.after);
  }

  #add(drawing: Drawing): void {
    if (drawing.fence && drawing.fence.length > 0) this.#byId.set(drawing.id, drawing);
  }
}
