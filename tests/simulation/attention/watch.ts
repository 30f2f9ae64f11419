/** Watches what each centre's screens are called to, second by second, while the exercise plays in virtual time. */
import { alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { clocksOf } from "@/domain/clock/clocks";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import { isIncident } from "@/domain/incident/schema";
import { unseenOf } from "@/domain/pending-actions/unseen";
import type { Picture } from "@/domain/picture";
import { takeoversOf } from "@/domain/takeover";
import { alertOf } from "@/domain/urgency/alerts";
import { type Country, countries } from "@/domain/vocabulary";
import { contextOf } from "@/tests/support/context";
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
  /** What it is about, for the report. */
  about: string;
  /** Script minutes. */
  from: number;
  to?: number;
};
type Seen = Omit<Call, "from" | "to" | "country">;

const nameOf = (picture: Picture, incidentId: string): string => {
  const incident = picture.incidents.get(incidentId);
  return isIncident(incident) ? `${incident.ref} ${incident.kind}` : incidentId;
};

function takeoversNow(picture: Picture, country: Country): Seen[] {
  return takeoversOf(picture, country).map(({ of, id, incidentId, why }) => ({
    of: "takeover",
    key: `${of} ${id}`,
    what: `${why} (${of})`,
    about: nameOf(picture, incidentId),
  }));
}

function alarmsNow(picture: Picture, country: Country, nowMs: number): Seen[] {
  const viewer = alarmViewer(picture, { country, role: "commander" });
  return alarmsFor(clocksOf(picture), picture, viewer, nowMs, site).map(({ clock }) => ({
    of: "alarm",
    key: `alarm ${clock.id}`,
    what: clock.kind,
    about: nameOf(picture, clock.incidentId),
  }));
}

/** What came back and nobody has seen: nobody does here, as the exercise's actors attend to nothing. */
function unseenNow(picture: Picture, country: Country, id: string): Seen[] {
  const entity = picture.incidents.get(id);
  return (entity ? unseenOf(entity, contextOf(picture, id), country) : []).map(({ what, stream, seq }) => ({
    of: "banner",
    key: `${what} ${stream} ${seq}`,
    what,
    about: nameOf(picture, id),
  }));
}

const incidentOf = (picture: Picture, { subject }: FullEvent): string | undefined =>
  picture.incidents.has(subject)
    ? subject
    : (picture.requests.get(subject)?.incidentId ??
      picture.tasks.get(subject)?.incidentId ??
      picture.proposals.get(subject)?.incidentId ??
      picture.messages.get(subject)?.incidentId);

/** Every call of both centres, with when it began and ended. */
export class Watch {
  readonly calls: Call[] = [];
  readonly #open = new Map<string, Call>();
  readonly #unseen = new Map<string, ReadonlySet<string>>();
  readonly #folds: Record<Country, Fold> = { KH: new Fold(), LA: new Fold() };

  /** Looks at both centres' screens at the stage's present second. */
  look(stage: Stage): void {
    for (const country of countries) {
      const news = this.#news(stage, country);
      const { picture } = this.#folds[country];
      const now = [...takeoversNow(picture, country), ...alarmsNow(picture, country, stage.time.nowMs)];
      this.#note(stage.script, country, now);
      // A banner is told once; how long it stands depends on people, and none look here.
      for (const seen of news) this.calls.push({ ...seen, country, from: stage.script, to: stage.script });
    }
  }

  of(kind: Call["of"]): readonly Call[] {
    return this.calls.filter(({ of }) => of === kind);
  }

  /** How often each thing called each centre and about which incidents; takeovers and alarms with their times. */
  report(): string {
    const counts = [...new Set(this.calls.map(({ of }) => of))].map((of) => `${this.of(of).length} ${of}s`);
    const timed = this.calls
      .filter(({ of }) => of !== "banner")
      .map(
        ({ from, to, country, of, what, about }) =>
          `  ${from} to ${to ?? "the end"}  ${country} ${of}: ${what} ${about}`,
      );
    const banners = new Map<string, string[]>();
    for (const { country, what, about } of this.of("banner")) {
      const name = `${country} banner: ${what}`;
      banners.set(name, [...(banners.get(name) ?? []), about]);
    }
    const told = [...banners]
      .sort()
      .map(([name, about]) => `  ${about.length} × ${name}: ${about.join(", ")}`);
    return [`the exercise called the centres: ${counts.join(", ")}`, ...timed, ...told].join("\n");
  }

  /** Folds what is new to a node, one event at a time, and gives each banner that begins. */
  #news(stage: Stage, country: Country): Seen[] {
    const fold = this.#folds[country];
    const told: Seen[] = [];
    for (const event of stage.world.nodes[country].applied) {
      if (event.seq <= fold.seq(event.stream)) continue;
      const step = fold.apply(event);
      const alert = step ? alertOf(step.change, country) : null;
      if (alert) {
        const about = nameOf(fold.picture, alert.id);
        told.push({ of: "banner", key: `${alert.why} ${event.stream} ${event.seq}`, what: alert.why, about });
      }
      const id = incidentOf(fold.picture, event);
      if (id) told.push(...this.#begun(country, id));
    }
    return told;
  }

  /** What came back about an incident and was not there when it was last looked at. */
  #begun(country: Country, id: string): Seen[] {
    const now = unseenNow(this.#folds[country].picture, country, id);
    const known = this.#unseen.get(`${country} ${id}`);
    this.#unseen.set(`${country} ${id}`, new Set(now.map(({ key }) => key)));
    return now.filter(({ key }) => !known?.has(key));
  }

  #note(script: number, country: Country, now: readonly Seen[]): void {
    const shown = new Set(now.map(({ key }) => `${country} ${key}`));
    for (const seen of now) {
      const id = `${country} ${seen.key}`;
      if (this.#open.has(id)) continue;
      const begun = { ...seen, country, from: script };
      this.#open.set(id, begun);
      this.calls.push(begun);
    }
    for (const [id, call] of this.#open) {
      if (call.country !== country || shown.has(id)) continue;
      call.to = script;
      this.#open.delete(id);
    }
  }
}
