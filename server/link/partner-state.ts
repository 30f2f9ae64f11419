/** What may be said about the partner's node, from the heartbeats that have landed and from what is held here. */
import type { ClockConfig } from "@/domain/clock/config";
import { jointStreams, streamOf, type Vector } from "@/domain/envelope";
import { waitingToCross } from "@/domain/freshness/crossing";
import type { HeadsMessage, HeldEvent, Presence } from "@/domain/protocol/down";
import { foldVersion } from "@/domain/protocol/version";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { agrees } from "../feed/compare";
import type { CountryView } from "../feed/country-view";
import { onlyStreams } from "../vectors";
import type { Kept } from "./heads/notices";
import { downAfterMs, type Heartbeat, heartbeatSchema } from "./heartbeat";
import type { LandedNotice } from "./landed-notices";

/** Lagging for less is how things normally are: a heartbeat every two seconds, read every second. */
const behindAfterMs = 5_000;
/** Samples of the partner's clock: the one that travelled fastest tells the offset best. */
const clockSamples = 30;

type Heard = { heartbeat: Heartbeat; ageMs: number; landedAt: string };

export type PartnerStateOptions = {
  country: Country;
  view: CountryView;
  nowMs: () => number;
  /** Since when the partner is missed while it was never heard. ISO 8601 UTC. */
  startedAt: string;
};

export class PartnerState {
  #heard: Heard | undefined;
  #heardAtMs = 0;
  #held: HeldEvent | undefined;
  /** What one of the two lacked, and when that was first seen; later events do not make it older. */
  #lacked: { sinceMs: number; level: Vector } | undefined;
  #offsets: number[] = [];

  constructor(private readonly options: PartnerStateOptions) {}

  /** The last heartbeat, however old it is. */
  get heartbeat(): Heartbeat | undefined {
    return this.#heard?.heartbeat;
  }

  /** How far it says that it holds our stream, and what it keeps of our heads; undefined when it was never heard. */
  get holds(): { applied: number; kept: Kept | undefined; isFresh: boolean } | undefined {
    const heartbeat = this.heartbeat;
    if (!heartbeat) return undefined;
    const applied = heartbeat.applied[streamOf(this.options.country, "joint")] ?? 0;
    return { applied, kept: heartbeat.kept, isFresh: this.summary.state !== "down" };
  }

  /** Since the partner was last heard; undefined before it ever was. Milliseconds. */
  get heardMs(): number | undefined {
    return this.#heard && this.#heard.ageMs + (this.options.nowMs() - this.#heardAtMs);
  }

  /** How long the partner's deadlines run, as last heard, however long ago that was. */
  get clocks(): ClockConfig | undefined {
    return this.heartbeat?.clocks;
  }

  /** The partner's screens; none while the line is down, when nobody knows. */
  get presence(): Presence {
    const { country } = this.options;
    if (this.summary.state === "down") return [];
    return (this.heartbeat?.presence ?? []).filter((row) => row.country === partnerOf(country));
  }

  /** The partner's events that wait here for a decision: the first of its stream, or none. */
  get held(): number {
    return this.#held ? 1 : 0;
  }

  /** Takes the newest heartbeat and the event that waits, if one does. What is no heartbeat is passed over. */
  hear(notice: LandedNotice | undefined, held: HeldEvent | undefined): void {
    const { nowMs } = this.options;
    this.#held = held;
    const parsed = heartbeatSchema.safeParse(notice?.payload);
    if (notice && parsed.success) this.#take(notice, parsed.data);
    if (this.#heard && !this.#stillLacks(this.#heard.heartbeat)) this.#lacked = undefined;
    if (this.#heard && this.#lag(this.#heard.heartbeat) > 0)
      this.#lacked ??= { sinceMs: nowMs(), level: this.#level(this.#heard.heartbeat, Math.max) };
  }

  /** What the heads say about the partner. */
  get summary(): HeadsMessage["partner"] {
    const { nowMs, startedAt } = this.options;
    const { heardMs: ageMs = 0 } = this;
    const heard = this.#heard;
    const held = this.#held ? { held: this.held, waits: this.#held } : {};
    if (!heard) return { state: "down", since: startedAt, ...held };
    const { heartbeat } = heard;
    const applied = onlyStreams(heartbeat.applied, jointStreams);
    const offset = this.#offsets.length > 0 ? { clockOffsetMs: Math.max(...this.#offsets) } : {};
    if (ageMs > downAfterMs) return { state: "down", since: heard.landedAt, applied, ...held, ...offset };
    const events = this.#lag(heartbeat);
    const laggingMs = events > 0 && this.#lacked ? nowMs() - this.#lacked.sinceMs : 0;
    const same = this.#same(heartbeat);
    const other = heartbeat.foldVersion === foldVersion ? {} : { otherVersion: true as const };
    const compared = same === null ? {} : { same };
    const common = { since: heard.landedAt, applied, ...held, ...offset, ...compared, ...other };
    if (laggingMs < behindAfterMs) return { state: "live", ...common };
    return { state: "behind", ...common, behind: { events, seconds: Math.round(laggingMs / 1_000) } };
  }

  /** Own joint events that the partner has not confirmed. */
  get waiting(): number {
    const { view, country } = this.options;
    return waitingToCross(this.summary, view.vector, country);
  }

  /** Whether both digests agree at a common vector; null while this cannot be said. */
  #same({ held, applied, digest, foldVersion: version }: Heartbeat): boolean | null {
    if (this.#held || held > 0) return null;
    return agrees(this.options.view, { vector: applied, digest, foldVersion: version });
  }

  #take({ ageMs, landedAt }: LandedNotice, heartbeat: Heartbeat): void {
    if (this.#heard?.landedAt !== landedAt) {
      this.#offsets.push(Date.parse(heartbeat.at) - Date.parse(landedAt));
      this.#offsets = this.#offsets.slice(-clockSamples);
    }
    this.#heard = { heartbeat, ageMs, landedAt };
    this.#heardAtMs = this.options.nowMs();
  }

  /** Joint events that one of the two has and the other lacks. */
  #lag(heartbeat: Heartbeat): number {
    const [most, least] = [this.#level(heartbeat, Math.max), this.#level(heartbeat, Math.min)];
    return jointStreams.reduce((sum, stream) => sum + (most[stream] ?? 0) - (least[stream] ?? 0), 0);
  }

  /** Whether one of the two still lacks something of what was lacking first. */
  #stillLacks(heartbeat: Heartbeat): boolean {
    const least = this.#level(heartbeat, Math.min);
    const { level = {} } = this.#lacked ?? {};
    return jointStreams.some((stream) => (least[stream] ?? 0) < (level[stream] ?? 0));
  }

  /** The joint vector of what either has, or of what both have. */
  #level({ applied }: Heartbeat, of: (ours: number, theirs: number) => number): Vector {
    const { vector } = this.options.view;
    return Object.fromEntries(
      jointStreams.map((stream) => [stream, of(vector[stream] ?? 0, applied[stream] ?? 0)]),
    );
  }
}
