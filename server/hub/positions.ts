/** Units' positions: volatile, latest wins, never in the log. */
import type { Account } from "@/domain/actor";
import type { Positions } from "@/domain/protocol/down";
import { positionSchema } from "@/domain/protocol/up";
import { type Country, countries } from "@/domain/vocabulary";

/** A position from the future is a wrong clock, in ms. */
const aheadMs = 5 * 60_000;

export class PositionBook {
  readonly #latest = new Map<Country, Map<string, Positions[number]>>(
    countries.map((country) => [country, new Map()]),
  );

  constructor(private readonly nowMs: () => number) {}

  /** Keeps a valid position of the account's own unit, the newest per unit; returns it when it was kept. */
  accept(account: Account, payload: unknown): Positions[number] | null {
    const parsed = positionSchema.safeParse(payload);
    if (!parsed.success || parsed.data.unitId !== account.unitId) return null;
    const { unitId, lng, lat, at, headingDeg, speedMps } = parsed.data;
    const atMs = Date.parse(at);
    const known = this.#latest.get(account.country)?.get(unitId);
    if (atMs > this.nowMs() + aheadMs || (known && known[3] >= atMs)) return null;
    const position: Positions[number] = [unitId, lng, lat, atMs, headingDeg ?? null, speedMps ?? null];
    this.#latest.get(account.country)?.set(unitId, position);
    return position;
  }

  of(country: Country): Positions {
    return [...(this.#latest.get(country)?.values() ?? [])];
  }
}
