/** The drawings of the picture that a screen holds. */
import type { Drawing } from "@/domain/drawing/schema";
import type { Change } from "@/domain/picture";
import { View } from "./view";

export class Drawings extends View {
  readonly #byId = new Map<string, Drawing>();
  #list: readonly Drawing[] = [];

  /** The same list as long as no drawing changes. */
  get list(): readonly Drawing[] {
    return this.#list;
  }

  protected clear(): void {
    this.#byId.clear();
  }

  protected allIds(): Iterable<string> {
    return this.store.picture.drawings.keys();
  }

  protected idsOf({ collection, id }: Change): readonly string[] {
    return collection === "drawings" ? [id] : [];
  }

  protected place(id: string): boolean {
    const drawing = this.store.get("drawings", id);
    if (!drawing) return this.#byId.delete(id);
    this.#byId.set(id, drawing);
    return true;
  }

  protected override derive(): void {
    this.#list = [...this.#byId.values()];
  }
}
