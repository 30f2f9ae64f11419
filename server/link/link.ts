/** The link of one node to its partner's: what goes out, what comes in, and what may be said about it. */
import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/database";
import type { AppendTransaction, Log } from "@/db/types";
import { jointStreams, streamOf } from "@/domain/envelope";
import type { HeadsMessage } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { type Admitted, admitArrivals } from "../commands/admission";
import type { CommandPipeline } from "../commands/pipeline";
import { agrees } from "../feed/compare";
import type { CountryView } from "../feed/country-view";
import { onlyStreams } from "../vectors";
import { Gateway } from "./gateway";
import {
  downAfterMs,
  type Heartbeat,
  heartbeatEveryMs,
  heartbeatKeepSeconds,
  heartbeatKind,
  heartbeatOf,
  heartbeatSchema,
  isNewer,
} from "./heartbeat";
import { Outbound } from "./outbound";
import { waitingToCross } from "./report";
import type { LinkSettings } from "./settings";

export const arrivalsChannel = "sekong_arrivals";
/** Lagging for less is how things normally are. */
const behindAfterMs = 3_000;
const pollMs = 1_000;
/** Samples of the partner's clock: the one that travelled fastest tells the offset best. */
const clockSamples = 30;

export type LinkOptions = {
  settings: LinkSettings;
  country: Country;
  db: Database;
  log: Log;
  listen: (channel: string, onWake: () => void) => Promise<() => Promise<void>>;
  pipeline: () => CommandPipeline;
  view: CountryView;
  now: () => string;
  nowMs: () => number;
  onError: (error: unknown) => void;
};

type Heard = { heartbeat: Heartbeat; ageMs: number; landedAt: string };

export class Link {
  readonly #gateway: Gateway;
  readonly #outbound: Outbound;
  readonly #startedAt: string;
  #heard: Heard | undefined;
  #heardAtMs = 0;
  #held = 0;
  #laggingSinceMs: number | undefined;
  #offsets: number[] = [];
  #timers: NodeJS.Timeout[] = [];
  #unlisten: (() => Promise<void>) | undefined;

  constructor(private readonly options: LinkOptions) {
    const { settings, country, log, onError, now } = options;
    this.#startedAt = now();
    this.#gateway = new Gateway(settings.node.gateway.writerUrl, onError);
    this.#outbound = new Outbound({
      country,
      log,
      gateway: this.#gateway,
      onError,
      asPartnerMayRead: (event) => options.view.asPartnerMayRead(event),
    });
  }

  async start(): Promise<void> {
    const { listen, pipeline, onError } = this.options;
    this.#unlisten = await listen(arrivalsChannel, () => pipeline().wakeArrivals());
    const every = (ms: number, work: () => Promise<void> | void) => {
      const run = async () => {
        try {
          await work();
        } catch (error) {
          onError(error);
        }
      };
      this.#timers.push(setInterval(() => void run(), ms));
      void run();
    };
    every(pollMs, () => {
      pipeline().wakeArrivals();
      this.#outbound.wake();
    });
    every(heartbeatEveryMs, () => this.#beat());
    every(pollMs, () => this.#hear());
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#unlisten?.();
    await this.#outbound.stop();
    await this.#gateway.close();
  }

  /** Own events may have been committed. */
  wakeOutbound(): void {
    this.#outbound.wake();
  }

  admit(tx: AppendTransaction): Promise<Admitted> {
    const { country } = this.options;
    return admitArrivals(tx, { country, partnerIsNewer: () => isNewer(this.#heard?.heartbeat) });
  }

  /** What the heads say about the partner. */
  get partner(): HeadsMessage["partner"] {
    const { view, nowMs } = this.options;
    const heard = this.#heard;
    const held = this.#held > 0 ? { held: this.#held } : {};
    if (!heard) return { state: "down", since: this.#startedAt, ...held };
    const { heartbeat } = heard;
    const ageMs = heard.ageMs + (nowMs() - this.#heardAtMs);
    const applied = onlyStreams(heartbeat.applied, jointStreams);
    const offset = this.#offsets.length > 0 ? { clockOffsetMs: Math.max(...this.#offsets) } : {};
    if (ageMs > downAfterMs) return { state: "down", since: heard.landedAt, applied, ...held, ...offset };
    const events = this.#lag(heartbeat);
    const laggingMs = events > 0 && this.#laggingSinceMs !== undefined ? nowMs() - this.#laggingSinceMs : 0;
    const same =
      this.#held === 0 && heartbeat.held === 0
        ? agrees(view, {
            vector: heartbeat.applied,
            digest: heartbeat.digest,
            foldVersion: heartbeat.foldVersion,
          })
        : null;
    const common = { since: heard.landedAt, applied, ...held, ...offset, ...(same === null ? {} : { same }) };
    if (laggingMs < behindAfterMs) return { state: "live", ...common };
    return { state: "behind", ...common, behind: { events, seconds: Math.round(laggingMs / 1_000) } };
  }

  /** Own joint events that the partner has not confirmed. */
  get waiting(): number {
    return waitingToCross(this.partner, this.options.view.vector, this.options.country);
  }

  /** Joint events that one of the two has and the other lacks. */
  #lag({ applied }: Heartbeat): number {
    const { vector } = this.options.view;
    return jointStreams.reduce(
      (sum, stream) => sum + Math.abs((vector[stream] ?? 0) - (applied[stream] ?? 0)),
      0,
    );
  }

  async #beat(): Promise<void> {
    const { country, view, now } = this.options;
    if (!(await this.#gateway.lead()) || !(await this.#gateway.partnerReads())) return;
    const standing = {
      applied: onlyStreams(view.vector, jointStreams),
      digest: view.mark("full").digest,
      held: this.#held,
    };
    await this.#gateway.notify(country, heartbeatKind, heartbeatOf(standing, now()), heartbeatKeepSeconds);
  }

  async #hear(): Promise<void> {
    const { db, country, nowMs } = this.options;
    const partner = partnerOf(country);
    const [row] = await rowsOf<{ payload: string; age: string | number; landed: string }>(
      db,
      sql`select payload, extract(epoch from now() - landed_at) * 1000 as age,
            to_char(landed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as landed
          from exchange.notices where country = ${partner} and kind = ${heartbeatKind} order by number desc limit 1`,
    );
    const [count] = await rowsOf<{ held: string | number }>(
      db,
      sql`select count(*) as held from exchange.held_events where stream = ${streamOf(partner, "joint")} and decision is null`,
    );
    this.#held = Number(count?.held ?? 0);
    if (row) this.#take(row.payload, Math.max(0, Number(row.age)), row.landed);
    const lagging = this.#heard !== undefined && this.#lag(this.#heard.heartbeat) > 0;
    this.#laggingSinceMs = lagging ? (this.#laggingSinceMs ?? nowMs()) : undefined;
  }

  /** A notice that is no heartbeat of any version is passed over: then the link counts as unheard. */
  #take(payload: string, ageMs: number, landedAt: string): void {
    const parsed = heartbeatSchema.safeParse(JSON.parse(payload));
    if (!parsed.success) return;
    if (this.#heard?.landedAt !== landedAt) {
      this.#offsets.push(Date.parse(parsed.data.at) - Date.parse(landedAt));
      this.#offsets = this.#offsets.slice(-clockSamples);
    }
    this.#heard = { heartbeat: parsed.data, ageMs, landedAt };
    this.#heardAtMs = this.options.nowMs();
  }
}
