/** Takes the partner's signed heads and new keys out of its notices: each is checked, kept for ever, and compared. */
import type { Database } from "@/db/database";
import { currentKey, faultOfKey, faultOfSignature, inOrder } from "@/db/heads/keys";
import type { SignedHead, SigningKey } from "@/db/heads/signature";
import {
  isContradicted,
  keepHeads,
  keepKey,
  keepTakenKey,
  noteContradictions,
  readFirstAhead,
  readKeys,
  readLastSignedHead,
} from "@/db/heads/store";
import type { Country } from "@/domain/vocabulary";
import { headsNoticeSchema, type Kept, keysNoticeSchema } from "./notices";

/** How far back heads are compared with the log at a start; `npm run verify` compares all of them. */
const lookBackMs = 86_400_000;
/** How long a forged head is alarmed. */
const alarmForMs = 3_600_000;

export type HeadAlarm = "contradiction" | "forged";
type Notice = { number: number; payload: unknown };

export type ReceiverOptions = {
  db: Database;
  /** The partner. */
  country: Country;
  /** The key that a person took with the partner's invitation. */
  publicKey: string;
  now: () => string;
  nowMs: () => number;
  /** Something that the partner did not sign: named without its content. */
  onForged: (what: string) => void;
};

export class HeadReceiver {
  #kept: Kept = {};
  #seen = { heads: 0, keys: 0 };
  #comparedSince: string | undefined;
  #contradicted = false;
  #forgedAtMs: number | undefined;

  constructor(private readonly options: ReceiverOptions) {}

  /** Reads what is kept already. */
  async start(): Promise<void> {
    const { db, country, publicKey, now } = this.options;
    await keepTakenKey(db, country, publicKey, now());
    this.#comparedSince = new Date(Date.parse(now()) - lookBackMs).toISOString();
    await this.#remember();
  }

  /** For the own heartbeat, so that the partner offers what is missing and no more. */
  get kept(): Kept {
    return this.#kept;
  }

  get alarm(): HeadAlarm | undefined {
    if (this.#contradicted) return "contradiction";
    const forged = this.#forgedAtMs !== undefined && this.options.nowMs() - this.#forgedAtMs < alarmForMs;
    return forged ? "forged" : undefined;
  }

  /** Takes the newest notices of either kind; those that were taken before change nothing. */
  async take(keys: Notice | undefined, heads: Notice | undefined): Promise<void> {
    const newKeys =
      keys && keys.number > this.#seen.keys ? keysNoticeSchema.safeParse(keys.payload) : undefined;
    const newHeads =
      heads && heads.number > this.#seen.heads ? headsNoticeSchema.safeParse(heads.payload) : undefined;
    if (newKeys?.success) await this.#takeKeys(newKeys.data.keys);
    if (newHeads?.success) await this.#takeHeads(newHeads.data.heads);
    this.#seen = { keys: keys?.number ?? this.#seen.keys, heads: heads?.number ?? this.#seen.heads };
    if (newKeys?.success || newHeads?.success) await this.#remember();
    await this.#compare();
  }

  async #takeKeys(offered: readonly SigningKey[]): Promise<void> {
    const { db, country } = this.options;
    for (const one of inOrder(offered)) {
      const known = await readKeys(db, country);
      // A key that only a person could take is passed over: what it signed is not known here either.
      if (one.signedBy === null || known.some(({ key }) => key === one.key)) continue;
      const fault = one.country === country ? faultOfKey(one, known) : "it is of another country";
      if (fault) this.#refuse(`a signing key: ${fault}`);
      else await keepKey(db, one);
    }
  }

  async #takeHeads(offered: readonly SignedHead[]): Promise<void> {
    const { db, country } = this.options;
    const keys = await readKeys(db, country);
    const good: SignedHead[] = [];
    for (const head of offered) {
      const fault = head.country === country ? faultOfSignature(head, keys) : "it is of another country";
      if (fault) this.#refuse(`a signed head: ${fault}`);
      else good.push(head);
    }
    await keepHeads(db, good);
    this.#comparedSince ??= good[0]?.at;
  }

  #refuse(what: string): void {
    this.#forgedAtMs = this.options.nowMs();
    this.options.onForged(what);
  }

  /** Heads that are ahead of the log are compared once it has reached them. */
  async #compare(): Promise<void> {
    const { db, country } = this.options;
    if (this.#comparedSince !== undefined) {
      await noteContradictions(db, country, this.#comparedSince);
      this.#comparedSince = await readFirstAhead(db, country, this.#comparedSince);
    }
    this.#contradicted = await isContradicted(db);
  }

  async #remember(): Promise<void> {
    const { db, country } = this.options;
    const head = await readLastSignedHead(db, country);
    const key = currentKey(await readKeys(db, country))?.key;
    this.#kept = { ...(head ? { head } : {}), ...(key ? { key } : {}) };
  }
}
