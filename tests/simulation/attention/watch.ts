/** Watches what each centre's screens are called to, second by second, while the exercise plays in virtual time. */
import { alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { clocksOf } from "@/domain/clock/clocks";
import { isIncident } from "@/domain/incident/schema";
import type { Picture } from "@/domain/picture";
import { takeoversOf } from "@/domain/takeover";
import { type Country, countries } from "@/domain/vocabulary";
import type { Stage } from "@/tests/support/exercise";

/** The defaults of a site (docs/operations.md). */
const site = { alarmRepeatSeconds: 30, escalateMinutes: 5 };

export type Call = {
  of: "takeover" | "alarm" | "banner";
  country: Country;
  /** What calls, the same as long as it is the same call. */
  key: string;
  /** In words, for the report. */
  what: string;
  /** Script minutes. */
  from: number;
  to?: number;
};

const nameOf = (picture: Picture, incidentId: string): string => {
  const incident = picture.incidents.get(incidentId);
  return isIncident(incident) ? `${incident.ref} ${incident.kind}` : incidentId;
};

/** What calls a country's desks now. */
function callsNow(stage: Stage, country: Country): Omit<Call, "from">[] {
  const picture = stage.picture(country);
  const takeovers = takeoversOf(picture, country).map(({ of, id, incidentId, why }) => ({
    of: "takeover" as const,
    country,
    key: `${of} ${id}`,
    what: `${why} (${of}) ${nameOf(picture, incidentId)}`,
  }));
  const viewer = alarmViewer(picture, { country, role: "commander" });
  const alarms = alarmsFor(clocksOf(picture), picture, viewer, stage.time.nowMs, site).map(({ clock }) => ({
    of: "alarm" as const,
    country,
    key: `alarm ${clock.id}`,
    what: `${clock.kind} ${nameOf(picture, clock.incidentId)}`,
  }));
  return [...takeovers, ...alarms];
}

/** Every call of both centres, with when it began and ended. */
export class Watch {
  readonly calls: Call[] = [];
  readonly #open = new Map<string, Call>();

  /** Looks at both centres' screens at the stage's present second. */
  look(stage: Stage): void {
    const seen = new Set<string>();
    for (const call of countries.flatMap((country) => callsNow(stage, country))) {
      const id = `${call.country} ${call.key}`;
      seen.add(id);
      if (this.#open.has(id)) continue;
      const begun = { ...call, from: stage.script };
      this.#open.set(id, begun);
      this.calls.push(begun);
    }
    for (const [id, call] of this.#open) {
      if (seen.has(id)) continue;
      call.to = stage.script;
      this.#open.delete(id);
    }
  }

  /** One line per call, in the order they began. */
  report(): string {
    const counts = [...new Set(this.calls.map(({ of }) => of))].map((of) => `${this.of(of).length} ${of}s`);
    const lines = this.calls.map(
      ({ from, to, country, of, what }) => `  ${from} to ${to ?? "the end"}  ${country} ${of}: ${what}`,
    );
    return [`the exercise called the centres: ${counts.join(", ")}`, ...lines].join("\n");
  }

  of(kind: Call["of"]): readonly Call[] {
    return this.calls.filter(({ of }) => of === kind);
  }
}
