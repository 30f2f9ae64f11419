/**
 * What watched areas have warned of, per centre: judged from positions, kept until a desk has seen it or for a day, and
 * told to every desk of the centre, to one that was away when it connects again.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { FenceRow, Fences } from "@/db/types";
import { makerOf } from "@/domain/envelope";
import type { FenceNotice, Positions } from "@/domain/protocol/down";
import { type Country, countrySchema } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { parseJson } from "../json";
import { type Crossed, FenceWatch } from "./watch";

export const fencesChannel = "sekong_fences";
/** After this a crossing is no news to anybody. Milliseconds. */
export const toldForMs = 24 * 3_600_000;
/** The newest that a centre is told at once. */
export const mostTold = 50;
/** Two processes may decide one crossing by neighbouring fixes, and a unit that comes and goes is told once a minute. */
const sameWithinMs = 60_000;
/** Bounds what waits while the database cannot be written; the oldest is dropped. */
const maxWaiting = 500;

const wakeSchema = z.strictObject({ centre: countrySchema });

export type FenceBoardOptions = {
  fences: Fences;
  views: ReadonlyMap<Country, CountryView>;
  /** Epoch milliseconds. */
  nowMs: () => number;
  /** Sends a centre's whole list to its desks. */
  send: (centre: Country, notices: FenceNotice[]) => void;
  /** Wakes the other processes of this node. */
  notify: (payload: string) => Promise<void>;
};

export class FenceBoard {
  readonly #watches: ReadonlyMap<Country, FenceWatch>;
  readonly #kept = new Map<Country, readonly FenceRow[]>();
  readonly #sent = new Map<Country, string>();
  #waiting: FenceRow[] = [];

  constructor(private readonly options: FenceBoardOptions) {
    this.#watches = new Map(
      [...options.views].map(([centre, { watching }]) => [
        centre,
        new FenceWatch(() => watching.all, options.nowMs),
      ]),
    );
  }

  /** Judges the newest fix of a unit for every centre that may see it (safeguard S12). */
  note(country: Country, position: Positions[number], accuracyM: number | undefined): void {
    for (const [centre, watch] of this.#watches) {
      const [unit, , , atMs] = position;
      if (!this.#sees(centre, country, unit, atMs)) continue;
      for (const crossed of watch.note(position, accuracyM)) this.#keep(centre, country, crossed);
    }
  }

  /** What a centre is told now. */
  of(centre: Country): FenceNotice[] {
    const sinceMs = this.options.nowMs() - toldForMs;
    return (this.#kept.get(centre) ?? [])
      .filter(({ at, country, unit }) => at > sinceMs && this.#sees(centre, country, unit, at))
      .map(({ at, centre: _, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
  }

  /** Reads what is kept, as at the start and after another process has written. */
  async read(centre: Country): Promise<void> {
    const sinceMs = this.options.nowMs() - toldForMs;
    this.#kept.set(centre, await this.options.fences.unseen(centre, sinceMs, mostTold));
    this.#send(centre);
  }

  /** Takes another process's wake-up. */
  async receive(payload: string): Promise<void> {
    const parsed = wakeSchema.safeParse(parseJson(payload));
    if (parsed.success && this.#watches.has(parsed.data.centre)) await this.read(parsed.data.centre);
  }

  /** A desk of the centre has seen these: nobody is told them any more. */
  async see(centre: Country, ids: readonly string[], desk: string): Promise<void> {
    const { fences, nowMs } = this.options;
    await fences.see(centre, ids, desk, nowMs());
    await this.#changed(centre);
  }

  /** Writes what was decided, and forgets what may not be told any more. To be called every second or so. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      await this.options.fences.tell(waiting, sameWithinMs);
    } catch (error) {
      this.#waiting = [...waiting, ...this.#waiting].slice(-maxWaiting);
      throw error;
    }
    for (const centre of new Set(waiting.map((row) => row.centre))) await this.#changed(centre);
    for (const centre of this.#watches.keys()) await this.#forgetHidden(centre);
  }

  async deleteOld(): Promise<void> {
    await this.options.fences.deleteBefore(this.options.nowMs() - toldForMs);
  }

  /** A partner's unit that is on no joint task any more: neither where it goes nor where it was is kept. */
  async #forgetHidden(centre: Country): Promise<void> {
    const { views, fences } = this.options;
    const tasks = views.get(centre)?.liveTasks;
    this.#watches
      .get(centre)
      ?.keepOnly((unit) => this.#sees(centre, makerOf(unit), unit, Number.POSITIVE_INFINITY));
    const hidden = (this.#kept.get(centre) ?? []).filter(
      ({ country, unit, at }) => tasks && !this.#sees(centre, country, unit, at),
    );
    if (hidden.length > 0) {
      await fences.forget(hidden.map(({ id }) => id));
      await this.#changed(centre);
    }
    this.#send(centre);
  }

  #sees(centre: Country, country: Country, unit: string, atMs: number): boolean {
    if (country === centre) return true;
    const since = this.options.views.get(centre)?.liveTasks.jointSince(country, unit);
    return since !== undefined && atMs >= Date.parse(since);
  }

  #keep(centre: Country, country: Country, { drawing, warning, unit, atMs }: Crossed): void {
    const { label, id } = drawing;
    const row = { id: randomUUID(), centre, drawing: id, warning, unit, country, at: atMs };
    this.#waiting.push({ ...row, callsign: this.#callsign(centre, unit), ...(label ? { label } : {}) });
    if (this.#waiting.length > maxWaiting) this.#waiting.shift();
  }

  /** An own unit's from its own record; a partner's stands in the task that shows it. */
  #callsign(centre: Country, unit: string): string {
    const view = this.options.views.get(centre);
    return view?.picture.units.get(unit)?.callsign ?? view?.liveTasks.callsignOf(unit) ?? unit;
  }

  async #changed(centre: Country): Promise<void> {
    await this.read(centre);
    await this.options.notify(JSON.stringify({ centre }));
  }

  #send(centre: Country): void {
    const notices = this.of(centre);
    const text = JSON.stringify(notices);
    if ((this.#sent.get(centre) ?? "[]") === text) return;
    this.#sent.set(centre, text);
    this.options.send(centre, notices);
  }
}
