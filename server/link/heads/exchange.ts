/** The link's knowledge of both streams beside the events: signed heads of either side, and how the own one stands. */
import type { Database } from "@/db/database";
import type { HeadsByStream } from "@/db/types";
import type { DenialReason } from "@/domain/errors";
import type { HeadsMessage } from "@/domain/protocol/down";
import { partnerOf } from "@/domain/vocabulary";
import { Fault } from "../../log/logged-error";
import type { Gateway } from "../gateway";
import { heartbeatEveryMs } from "../heartbeat";
import { readLandedNotices } from "../landed-notices";
import type { PartnerState } from "../partner-state";
import type { LinkSettings } from "../settings";
import type { Turns } from "../turns";
import { headsKind, type Kept, keysKind, offerKeepSeconds } from "./notices";
import { HeadOffers } from "./offers";
import { OwnStream } from "./own-stream";
import { HeadReceiver } from "./receiver";
import { signEveryMs, signOwnHead } from "./signer";

const standingEveryMs = 4_000;

export type HeadExchangeOptions = {
  db: Database;
  settings: LinkSettings;
  gateway: Pick<Gateway, "lead" | "partnerReads" | "notify" | "position">;
  partner: Pick<PartnerState, "holds">;
  now: () => string;
  nowMs: () => number;
  onError: (error: unknown) => void;
};

export class HeadExchange {
  readonly #offers: HeadOffers;
  readonly #receiver: HeadReceiver;
  readonly #ownStream: OwnStream;

  constructor(private readonly options: HeadExchangeOptions) {
    const { db, settings, gateway, partner, now, nowMs, onError } = options;
    const { country } = settings.node;
    this.#offers = new HeadOffers(db, country, nowMs);
    this.#receiver = new HeadReceiver({
      ...{ db, now, nowMs },
      country: partnerOf(country),
      publicKey: settings.partner.signingPublicKey,
      onForged: (what) => onError(new Fault(`the partner's node did not sign ${what}`)),
    });
    this.#ownStream = new OwnStream({
      ...{ db, country, nowMs, folder: settings.folder },
      askGateway: (stream, seq) => gateway.position(stream, seq),
      partner: () => partner.holds,
    });
  }

  /** Resolves once it is known, as far as it can be, whether this node was restored from a backup. */
  async start(turns: Turns): Promise<void> {
    await this.#ownStream.check();
    await this.#receiver.start();
    turns.every(standingEveryMs, async () => void (await this.#ownStream.check()));
    turns.every(signEveryMs, () => this.#sign());
    turns.every(heartbeatEveryMs, () => this.#take());
    turns.every(heartbeatEveryMs, () => this.#offer());
  }

  /** For the own heartbeat. */
  get kept(): Kept {
    return this.#receiver.kept;
  }

  /** Whether this node holds its own stream as it was: only then anything of it is sent. */
  get isSound(): boolean {
    return this.#ownStream.standing === "sound";
  }

  /** Why no joint event may be written on these heads: after a restored backup, until recover. */
  refusal(heads: HeadsByStream): DenialReason | undefined {
    return this.#ownStream.refusal(heads);
  }

  /** What screens are told of it. */
  get alarms(): Pick<HeadsMessage["partner"], "alarm" | "restored"> {
    const { alarm } = this.#receiver;
    return { ...(alarm ? { alarm } : {}), ...(this.#ownStream.isRestored ? { restored: true } : {}) };
  }

  /** Signs the own head where this process is the one that writes into the gateway. */
  async #sign(): Promise<void> {
    const { db, settings, gateway, now } = this.options;
    if (this.isSound && (await gateway.lead())) await signOwnHead(db, settings, now());
  }

  /** Takes what has landed of the partner's. */
  async #take(): Promise<void> {
    const { db, settings } = this.options;
    const partner = partnerOf(settings.node.country);
    const [keys] = await readLandedNotices(db, partner, keysKind);
    const [heads] = await readLandedNotices(db, partner, headsKind);
    await this.#receiver.take(keys, heads);
  }

  /** Offers what the partner does not keep yet, while it reads. */
  async #offer(): Promise<void> {
    const { settings, gateway, partner } = this.options;
    if (!(await gateway.lead()) || !(await gateway.partnerReads())) return;
    const offer = partner.holds?.isFresh ? await this.#offers.next(partner.holds.kept) : undefined;
    if (offer) await gateway.notify(settings.node.country, offer.kind, offer.payload, offerKeepSeconds);
  }
}
