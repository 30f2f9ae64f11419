/** Units' positions: volatile, latest wins, never in the log. Who may see which: safeguard S12 and rule A9. */
import type { Account } from "@/domain/actor";
import type { Positions } from "@/domain/protocol/down";
import { positionSchema } from "@/domain/protocol/up";
import { type Country, countries } from "@/domain/vocabulary";
import type { LiveTasks } from "../feed/live-tasks";

/** How far ahead of this server's time a position may be, in milliseconds; a later one comes from a wrong clock. */
const aheadMs = 5 * 60_000;

export type Position = Positions[number];
/** A position as a screen sent it, with the radius in metres that its device believes it may be off by. */
export type Reading = { position: Position; accuracyM?: number | undefined };

const none: ReadonlyMap<string, Position> = new Map();

export class PositionBook {
  readonly #latest = new Map<Country, Map<string, Position>>(
    countries.map((country) => [country, new Map()]),
  );

  readonly #accuracies = new Map<string, number>();

  constructor(private readonly nowMs: () => number) {}

  /** Parses what a screen sent; null unless it is a valid position of the account's own unit, on the map or near it. */
  read(account: Account, payload: unknown): Reading | null {
    const parsed = positionSchema.safeParse(payload);
    if (!parsed.success || parsed.data.unitId !== account.unitId) return null;
    const { unitId, lng, lat, at, headingDeg, speedMps, accuracyM } = parsed.data;
    const position: Position = [unitId, lng, lat, Date.parse(at), headingDeg ?? null, speedMps ?? null];
    return { position, accuracyM };
  }

  /** Keeps a position when it is the newest of its unit and not from the future; returns whether it was kept. */
  keep(country: Country, { position, accuracyM }: Reading): boolean {
    const [unitId, , , atMs] = position;
    const known = this.#latest.get(country)?.get(unitId);
    if (!this.isTimely(position) || (known && known[3] >= atMs)) return false;
    this.#latest.get(country)?.set(unitId, position);
    if (accuracyM === undefined) this.#accuracies.delete(unitId);
    else this.#accuracies.set(unitId, accuracyM);
    return true;
  }

  /** Whether a position is not from the future. */
  isTimely([, , , atMs]: Position): boolean {
    return atMs <= this.nowMs() + aheadMs;
  }

  /** The radius in metres that the latest position of a unit may be off by, where its device said so. */
  accuracyOf(unitId: string): number | undefined {
    return this.#accuracies.get(unitId);
  }

  of(country: Country): ReadonlyMap<string, Position> {
    return this.#latest.get(country) ?? none;
  }
}

/** The positions that the partner may see: of units on live joint tasks, from when they were sent (safeguard S12). */
export function partnerSees(tasks: LiveTasks, country: Country, positions: Iterable<Position>): Positions {
  return [...positions].filter(([unitId, , , atMs]) => {
    const since = tasks.jointSince(country, unitId);
    return since !== undefined && atMs >= Date.parse(since);
  });
}

/** The positions that a field screen may see: its own unit's, and those of units with tasks on the same incidents. */
export function fieldSees(
  tasks: LiveTasks,
  { country, unitId }: Account,
  positions: ReadonlyMap<string, Position>,
): Positions {
  if (unitId === undefined) return [];
  return [...tasks.unitsAlongside(country, unitId)].flatMap((unit) => {
    const position = positions.get(unit);
    return position ? [position] : [];
  });
}
