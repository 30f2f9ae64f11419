/** Puts canaries into everything national that a screen can write: texts, and exact places as digits. */
import type { Country } from "@/domain/vocabulary";
import { newSubject, reportBody, type TestScreen } from "@/tests/support/client";

/** Begins every text canary of a country: not found means that none of them is there. */
export const textMark = (country: Country): string => `${country}kanari`;
/** Begins every longitude that must not cross. */
export const placeMark: Record<Country, string> = { KH: "106.0137", LA: "106.1137" };
/** Where the unit in the field is: positions are sent and stored to about 11 m. */
export const positionMark: Record<Country, string> = { KH: "106.0291", LA: "106.1291" };
const ordinaryPlace: Record<Country, { lng: number; lat: number }> = {
  KH: { lng: 106.0, lat: 13.93 },
  LA: { lng: 106.1, lat: 14.2 },
};

export type Desks = Record<"operator" | "commander", TestScreen>;

export class Planter {
  /** Every canary put, as it must be found at home. */
  readonly canaries: string[] = [];
  released = 0;
  #number = 0;
  #unit: string | undefined;

  constructor(
    readonly country: Country,
    private readonly desks: Desks,
  ) {}

  /** Puts one or two canaries of the kind whose turn it is, with a release now and then. */
  async plant(turn: number): Promise<void> {
    const kinds = [
      () => this.#protectedReport(),
      () => this.#note(),
      () => this.#refusedRelease(),
      () => this.#unitWithBase(),
      () => this.#task(),
      () => this.#drawing(),
      () => this.#message(),
      () => this.#releasedVictims(),
    ];
    await kinds[turn % kinds.length]?.();
  }

  text(): string {
    const canary = `${textMark(this.country)}${String(++this.#number).padStart(6, "0")}z`;
    this.canaries.push(canary);
    return canary;
  }

  /** A place whose longitude is a canary; the last digit keeps zeros before it. */
  place(): { lng: number; lat: number } {
    const digits = `${placeMark[this.country]}${String(++this.#number).padStart(5, "0")}7`;
    this.canaries.push(digits);
    return { ...ordinaryPlace[this.country], lng: Number(digits) };
  }

  /** Where the unit in the field is. */
  position(): { lng: number; lat: number } {
    this.canaries.push(positionMark[this.country]);
    return { ...ordinaryPlace[this.country], lng: Number(positionMark[this.country]) };
  }

  async #report(parts: object = {}): Promise<string> {
    const subject = newSubject(this.country);
    await this.desks.operator.must(
      "incident.report",
      subject,
      reportBody({ place: ordinaryPlace[this.country], ...parts }),
    );
    return subject;
  }

  async #protectedReport(): Promise<void> {
    await this.#report({ protection: true, place: this.place(), note: { text: this.text(), lang: "en" } });
  }

  async #note(): Promise<string> {
    const subject = await this.#report();
    await this.desks.operator.must("incident.note", subject, {
      text: { text: this.text(), lang: "en" },
      audience: "national",
    });
    return subject;
  }

  async #refusedRelease(): Promise<void> {
    const subject = await this.#report({ place: this.place() });
    await this.desks.operator.must("release.request", subject);
    await this.desks.commander.must("release.refuse", subject, { reason: this.text() });
  }

  async #unitWithBase(): Promise<void> {
    this.#unit = newSubject(this.country);
    const body = { callsign: this.text(), kind: "patrol", base: this.place() };
    await this.desks.commander.must("unit.register", this.#unit, body);
  }

  async #task(): Promise<void> {
    if (!this.#unit) await this.#unitWithBase();
    const subject = newSubject(this.country);
    const body = { incidentId: await this.#note(), unitId: this.#unit, action: "watch" };
    await this.desks.commander.must("task.assign", subject, body);
    await this.desks.commander.must("task.cancel", subject, { reason: this.text() });
  }

  async #drawing(): Promise<void> {
    const { lng, lat } = this.place();
    await this.desks.operator.must("drawing.put", newSubject(this.country), {
      shape: "label",
      geometry: { type: "Point", coordinates: [lng, lat] },
      label: this.text(),
      audience: "national",
    });
  }

  async #message(): Promise<void> {
    const incidentId = await this.#report();
    const text = { text: this.text(), lang: "en" };
    await this.desks.operator.must("message.post", newSubject(this.country), { incidentId, text });
  }

  /** What is released of victims is coarse; what was noted before it stays at home. */
  async #releasedVictims(): Promise<void> {
    const people = [{ role: "possible-victim", count: 2 }];
    const subject = await this.#report({
      people,
      place: this.place(),
      note: { text: this.text(), lang: "en" },
    });
    await this.desks.operator.must("release.request", subject);
    await this.desks.commander.must("release.approve", subject);
    this.released += 1;
  }
}
