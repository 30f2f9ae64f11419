/** The units as the exercise knows them: duty, status, and whether people control them. */
import type { FullEvent } from "@/domain/events";
import type { Unit } from "@/domain/unit/schema";
import type { UnitStatus } from "@/domain/vocabulary";
import type { StoryAct } from "./scenario/story";

type Known = { onDuty: boolean; status: UnitStatus };

export class UnitRegistry {
  readonly #known = new Map<string, Known>();
  readonly #heldByPeople = new Set<string>();

  /** Takes a unit from the picture before the exercise starts. */
  initialise({ id, duty, status }: Unit, touched: boolean): void {
    this.#known.set(id, { onDuty: duty !== undefined, status });
    if (touched) this.#heldByPeople.add(id);
  }

  /** Takes an event of the log. A unit whose duty or status a person has set is left to people from then on. */
  observe(event: FullEvent, byPerson: boolean): void {
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
    if (byPerson) this.#heldByPeople.add(subject);
  }

  inService(subject: string): boolean {
    return this.#of(subject).status !== "out_of_service";
  }

  onDuty(subject: string): boolean {
    return this.#of(subject).onDuty;
  }

  /** Whether a step about a unit may be taken by the exercise, and would change anything. */
  allows(subject: string, act: StoryAct): boolean {
    if (this.#heldByPeople.has(subject)) return false;
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
