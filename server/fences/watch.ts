/**
 * Judges watched areas for one centre, as positions come in: which unit has gone into an area, out of it, or left it
 * empty. Every process of a node hears all positions and judges them alike; `db/fences/` keeps each crossing once.
 */
import {
  type FenceWarning,
  hasExpired,
  type Standing,
  sideOf,
  stepStanding,
  warningOf,
} from "@/domain/drawing/fence";
import type { Drawing } from "@/domain/drawing/schema";
import type { Positions } from "@/domain/protocol/down";

type Watched = { drawing: Drawing; standings: Map<string, Standing> };

/** A crossing as it is decided; `atMs` is when the unit was first seen on the other side, epoch milliseconds. */
export type Crossed = { drawing: Drawing; warning: FenceWarning; unit: string; atMs: number };

const isSameShape = (a: Drawing, b: Drawing): boolean =>
  a.geometry === b.geometry || JSON.stringify(a.geometry) === JSON.stringify(b.geometry);

export class FenceWatch {
  #watched = new Map<string, Watched>();

  constructor(
    /** The drawings that watch an area. */
    private readonly drawings: () => Iterable<Drawing>,
    private readonly nowMs: () => number,
  ) {}

  /** Takes the next fix of a unit that this centre may see; returns what it decides. */
  note([unit, lng, lat, atMs]: Positions[number], accuracyM: number | undefined): Crossed[] {
    const crossed: Crossed[] = [];
    for (const { drawing, standings } of this.#follow().values()) {
      const side = sideOf(drawing.geometry, { lng, lat, atMs, accuracyM });
      const { standing, crossing } = stepStanding(standings.get(unit) ?? {}, side, atMs);
      standings.set(unit, standing);
      if (!crossing) continue;
      const isEmpty = ![...standings.values()].some((one) => one.side === "inside");
      const warning = warningOf(drawing.fence ?? [], crossing, isEmpty);
      if (warning) crossed.push({ drawing, warning, unit, atMs: crossing.atMs });
    }
    return crossed;
  }

  /** Forgets units that this centre may not see any more. */
  keepOnly(isSeen: (unit: string) => boolean): void {
    for (const { standings } of this.#watched.values()) {
      for (const unit of standings.keys()) if (!isSeen(unit)) standings.delete(unit);
    }
  }

  /** The areas that watch now. One that was drawn anew starts anew: its edge came to the units, not they to it. */
  #follow(): ReadonlyMap<string, Watched> {
    const now = this.nowMs();
    const before = this.#watched;
    this.#watched = new Map();
    for (const drawing of this.drawings()) {
      if (hasExpired(drawing, now)) continue;
      const known = before.get(drawing.id);
      const standings = known && isSameShape(known.drawing, drawing) ? known.standings : new Map();
      this.#watched.set(drawing.id, { drawing, standings });
    }
    return this.#watched;
  }
}
