/** What the exercise knows of the units: who is on duty, who is out of service, and who is people's from now on. */
import type { FullEvent } from "@/domain/events";
import type { Unit } from "@/domain/unit/schema";
import type { UnitStatus } from "@/domain/vocabulary";
import type { StoryAct } from "./scenario/story";

type Known = { onDuty: boolean; status: UnitStatus };

export class Roster {
  readonly #known = new Map<string, Known>();
  readonly #people = new Set<string>();

  /** What stands in the picture before the exercise begins. */
  takeUp({ id, duty, status }: Unit, touched: boolean): void {
    this.#known.set(id, { onDuty: duty !== undefined, status });
    if (touched) this.#people.add(id);
  }

  /** Watches the log. A unit's duty and status that a person has set are people's for good. */
  seen(event: FullEvent, byPerson: boolean): void {
    const { subject } = event;
    const known = this.#of(subject);
    switch (event.type) {
      case "duty.started":
        this.#known.set(subject, { ...known, onDuty: true });
        break;
      case "duty.ended":
        this.#known.set(subject, { ...known, onDuty: false });
        break;
      case "unit.status-changed":
        if (event.body) this.#known.set(subject, { ...known, status: event.body.status });
        break;
      default:
        return;
    }
    if (byPerson) this.#people.add(subject);
  }

  inService(subject: string): boolean {
    return this.#of(subject).status !== "out_of_service";
  }

  onDuty(subject: string): boolean {
    return this.#of(subject).onDuty;
  }

  /** Whether a step about a unit is the exercise's to take, and changes anything. */
  allows(subject: string, act: StoryAct): boolean {
    if (this.#people.has(subject)) return false;
    const { onDuty, status } = this.#of(subject);
    switch (act.type) {
      case "duty.start":
        return !onDuty;
      case "duty.end":
        return onDuty;
      case "unit.status":
        return typeof act.body === "function" || act.body.status !== status;
      default:
        return true;
    }
  }

  #of(subject: string): Known {
    return this.#known.get(subject) ?? { onDuty: false, status: "available" };
  }
}
