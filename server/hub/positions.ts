/** Units' positions: volatile, latest wins, never in the log. Who may see which: safeguard S12 and rule A9. */
import type { Account } from "@/domain/actor";
import type { Positions } from "@/domain/protocol/down";
import { positionSchema } from "@/domain/protocol/up";
import { type Country, countries } from "@/domain/vocabulary";
import type { LiveTasks } from "../feed/live-tasks";

/** A position further ahead than this comes from a wrong clock, in ms. */
const aheadMs = 5 * 60_000;

export type Position = Positions[number];

const none: ReadonlyMap<string, Position> = new Map();

export class PositionBook {
  readonly #latest = new Map<Country, Map<string, Position>>(
    countries.map((country) => [country, new Map()]),
  );

  constructor(private readonly nowMs: () => number) {}

  /** Reads what a screen sent: a valid position of the account's own unit, or null. */
  read(account: Account, payload: unknown): Position | null {
    const parsed = positionSchema.safeParse(payload);
    if (!parsed.success || parsed.data.unitId !== account.unitId) return null;
    const { unitId, lng, lat, at, headingDeg, speedMps } = parsed.data;
    return [unitId, lng, lat, Date.parse(at), headingDeg ?? null, speedMps ?? null];
  }

  /** Keeps a position if it is the newest of its unit and not from the future; says whether it was kept. */
  keep(country: Country, position: Position): boolean {
    const [unitId, , , atMs] = position;
    const known = this.#latest.get(country)?.get(unitId);
    if (atMs > this.nowMs() + aheadMs || (known && known[3] >= atMs)) return false;
    this.#latest.get(country)?.set(unitId, position);
    return true;
  }

  of(country: Country): ReadonlyMap<string, Position> {
    return this.#latest.get(country) ?? none;
  }
}

/** The partner sees a unit only while it has a live joint task (safeguard S12). */
export function partnerSees(tasks: LiveTasks, country: Country, positions: Iterable<Position>): Positions {
  return [...positions].filter(([unitId]) => tasks.isJoint(country, unitId));
}

/** A field screen sees its own unit, and those sent to the incidents its own is sent to. */
export function fieldSees(
  tasks: LiveTasks,
  { country, unitId }: Account,
  positions: ReadonlyMap<string, Position>,
): Positions {
  if (unitId === undefined) return [];
  return [...tasks.besides(country, unitId)].flatMap((unit) => {
    const position = positions.get(unit);
    return position ? [position] : [];
  });
}
