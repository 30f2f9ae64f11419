/** The link of one node to its partner's: what goes out, what comes in, and what may be said about it. */
import type { Database } from "@/db/database";
import { readWaiting } from "@/db/log/held";
import type { AppendTransaction, HeadsByStream, Log } from "@/db/types";
import type { ClockConfig } from "@/domain/clock/config";
import { jointStreams, streamOf } from "@/domain/envelope";
import type { DenialReason } from "@/domain/errors";
import type { EventType } from "@/domain/events";
import type { HeadsMessage, Presence } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { type Admitted, admitArrivals } from "../commands/admission";
import type { CommandPipeline } from "../commands/pipeline";
import type { CountryView } from "../feed/country-view";
import { Fault } from "../log/logged-error";
import { onlyStreams } from "../vectors";
import {
  Beside,
  type BesideOptions,
  noticesChannel,
  type PositionsOfNode,
  pruneEveryMs,
  sendPositionsEveryMs,
} from "./beside/beside";
import { positionsKind } from "./beside/positions";
import type { LinkFigures } from "./figures";
import { Gateway } from "./gateway";
import { guardEveryMs } from "./gateway-guard";
import { HeadExchange } from "./heads/exchange";
import {
  heartbeatEveryMs,
  heartbeatKeepSeconds,
  heartbeatKind,
  heartbeatOf,
  isNewer,
  knowsType,
} from "./heartbeat";
import { HeldEvents } from "./held";
import { Intake, lookEveryMs } from "./intake";
import { readLandedNotices } from "./landed-notices";
import { Outbound } from "./outbound";
import { PartnerState } from "./partner-state";
import type { LinkSettings } from "./settings";
import { partnerRole } from "./setup/certificates";
import type { Slot } from "./slot";
import { Turns } from "./turns";

const pollMs = 1_000;
const slotEveryMs = 10_000;
/** Landing wakes whoever reads: these look for what woke nobody. Milliseconds. */
const hearEveryMs = 2_000;
const quietMs = 3_000;
const readPositionsEveryMs = 10_000;

export type LinkOptions = {
  settings: LinkSettings;
  country: Country;
  db: Database;
  log: Log;
  listen: (channel: string, onWake: (payload: string) => void) => Promise<() => Promise<void>>;
  pipeline: () => CommandPipeline;
  view: CountryView;
  /** How long this side's deadlines run. */
  clocks: ClockConfig;
  /** The screens of all processes of this node. */
  presence: () => Presence;
  positions: () => PositionsOfNode;
  onDropped: BesideOptions["onDropped"];
  now: () => string;
  nowMs: () => number;
  /** Whether a screen is connected here: for the exercise of a demonstration, elsewhere the partner is not told. */
  isWatched?: (() => boolean) | undefined;
  onError: (error: unknown) => void;
};

export class Link {
  /** The partner's event that waits, and what is decided about it. */
  readonly held: HeldEvents;
  readonly #gateway: Gateway;
  readonly #outbound: Outbound;
  readonly #partner: PartnerState;
  readonly #intake: Intake;
  readonly #beside: Beside;
  #unlisten: (() => Promise<void>) | undefined;
  readonly #heads: HeadExchange;
  readonly #turns: Turns;
  #slot: Slot | undefined;
  #heardAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: LinkOptions) {
    const { settings, country, db, log, listen, pipeline, onError, now, nowMs, view } = options;
    this.held = new HeldEvents({
      ...{ country, db, log },
      takeArrivals: () => pipeline().takeArrivals(),
      partnerIsNewer: () => isNewer(this.#partner.heartbeat),
    });
    this.#partner = new PartnerState({ country, view, nowMs, startedAt: now() });
    this.#gateway = new Gateway(settings.node.gateway.writerUrl, onError);
    this.#turns = new Turns(onError);
    this.#heads = new HeadExchange({ ...options, gateway: this.#gateway, partner: this.#partner });
    this.#outbound = new Outbound({
      country,
      log,
      gateway: this.#gateway,
      nowMs,
      onError,
      mayCarry: () => this.#heads.isSound,
      asPartnerMayRead: (event) => view.asPartnerMayRead(event),
    });
    const stream = streamOf(partnerOf(country), "joint");
    const gateway = this.#gateway;
    this.#beside = new Beside({ ...options, gateway, board: options.positions });
    this.#intake = new Intake({ db, stream, listen, takeIn: () => pipeline().wakeArrivals() });
  }

  async start(): Promise<void> {
    await this.#hear();
    await this.#heads.start(this.#turns);
    await this.#intake.start();
    this.#unlisten = await this.options.listen(noticesChannel, (kind) => void this.#heed(kind));
    this.#turns.every(lookEveryMs, () => this.#intake.look());
    this.#turns.every(pollMs, () => this.#outbound.look());
    this.#turns.every(heartbeatEveryMs, () => this.#beat());
    this.#turns.every(hearEveryMs, () => this.#hearIfQuiet());
    this.#turns.every(sendPositionsEveryMs, () => this.#beside.sendPositions());
    this.#turns.every(readPositionsEveryMs, () => this.#beside.readPositions());
    this.#turns.every(pruneEveryMs, () => this.#beside.prune());
    this.#turns.every(guardEveryMs, () => this.#guard());
    this.#turns.every(slotEveryMs, () => this.#readSlot());
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
    await this.#unlisten?.();
    await this.#intake.stop();
    await this.#outbound.stop();
    await this.#gateway.close();
  }

  /** Own events may have been committed. */
  wakeOutbound(): void {
    this.#outbound.wake();
  }

  admit(tx: AppendTransaction, atMost: number): Promise<Admitted> {
    const { country } = this.options;
    return admitArrivals(tx, { country, atMost, partnerIsNewer: () => isNewer(this.#partner.heartbeat) });
  }

  /** Whether the partner's node can take in joint events of this type. */
  partnerKnows(type: EventType): boolean {
    return knowsType(this.#partner.heartbeat, type);
  }

  /** Why no joint event may be written on these heads: after a restored backup, until recover. */
  jointRefusal(heads: HeadsByStream): DenialReason | undefined {
    return this.#heads.refusal(heads);
  }

  /** What the heads say about the partner, and about this node's own part of the link. */
  get partner(): HeadsMessage["partner"] {
    return { ...this.#partner.summary, ...this.#heads.alarms };
  }

  /** Whether the partner's node says that a screen is connected to it; false while the link is down. */
  get partnerIsWatched(): boolean {
    return this.#partner.summary.state !== "down" && this.#partner.heartbeat?.watched === true;
  }

  get country(): Country {
    return this.options.country;
  }

  /** How long this side's deadlines run. */
  get clocks(): ClockConfig {
    return this.options.clocks;
  }

  /** How long the partner's deadlines run, as last heard; undefined before it was ever heard. */
  get partnerClocks(): ClockConfig | undefined {
    return this.#partner.clocks;
  }

  /** The partner's screens; none while nobody knows. */
  get partnerPresence(): Presence {
    return this.#partner.presence;
  }

  /** Own joint events that the partner has not confirmed. */
  get waiting(): number {
    return this.#partner.waiting;
  }

  /** What the metrics say of the link, beside its certificates. */
  get figures(): Omit<LinkFigures, "certificateDays"> {
    const { heardMs, summary: partner, waiting } = this.#partner;
    const heardSeconds = heardMs === undefined ? undefined : heardMs / 1_000;
    return { partner, waiting, heardSeconds, slot: this.#gateway.leads ? this.#slot : undefined };
  }

  /** Reads what has just landed beside the log. After a lost connection anything may have: no kind is named then. */
  async #heed(kind: string): Promise<void> {
    try {
      if (kind !== positionsKind) await this.#hear();
      if (kind !== heartbeatKind) await this.#beside.readPositions();
    } catch (error) {
      this.options.onError(error);
    }
  }

  async #beat(): Promise<void> {
    const { country, view, clocks, presence, now, isWatched } = this.options;
    if (!(await this.#gateway.lead()) || !(await this.#gateway.partnerReads())) return;
    const standing = {
      applied: onlyStreams(view.vector, jointStreams),
      digest: view.mark("full").digest,
      held: this.#partner.held,
      ...(isWatched ? { watched: isWatched() } : {}),
      clocks,
      presence: presence(),
      kept: this.#heads.kept,
    };
    await this.#gateway.notify(country, heartbeatKind, heartbeatOf(standing, now()), heartbeatKeepSeconds);
  }

  /** Ends what the partner does in the gateway beside fetching, and says so: a copy of it needs an administrator. */
  async #guard(): Promise<void> {
    if (!(await this.#gateway.lead())) return;
    const role = partnerRole(partnerOf(this.options.country));
    const { copying, lingering } = await this.#gateway.endForeignWork(role);
    if (copying > 0) throw new Fault(`${copying} connections of ${role} copied the gateway's cluster`);
    if (lingering > 0) throw new Fault(`${lingering} connections of ${role} to the gateway did not fetch`);
  }

  async #readSlot(): Promise<void> {
    if (await this.#gateway.lead()) this.#slot = await this.#gateway.slot();
  }

  async #hearIfQuiet(): Promise<void> {
    if (this.options.nowMs() - this.#heardAtMs >= quietMs) await this.#hear();
  }

  async #hear(): Promise<void> {
    this.#heardAtMs = this.options.nowMs();
    const { db, country } = this.options;
    const partner = partnerOf(country);
    const [notice] = await readLandedNotices(db, partner, heartbeatKind);
    const waiting = await readWaiting(db, country);
    this.#partner.hear(notice, waiting);
  }
}
