/** What the partner does not keep yet of our keys and signed heads, offered until its heartbeat says that it does. */
import type { Database } from "@/db/database";
import { currentKey } from "@/db/heads/keys";
import { readKeys, readSignedHeads } from "@/db/heads/store";
import type { Country } from "@/domain/vocabulary";
import { type HeadsNotice, headsKind, headsPerNotice, type Kept, type KeysNotice, keysKind } from "./notices";

/** An offer that was not confirmed is repeated after this time. */
const repeatAfterMs = 15_000;
/** A page that is not taken after so many offers holds what the partner cannot check: those behind it go on. */
const mostOffers = 4;

export type Offer =
  | { kind: typeof headsKind; payload: HeadsNotice }
  | { kind: typeof keysKind; payload: KeysNotice };

export class HeadOffers {
  #last = { what: "", atMs: 0, times: 0 };
  #skippedThrough = "";

  constructor(
    private readonly db: Database,
    private readonly country: Country,
    private readonly nowMs: () => number,
  ) {}

  /** The next notice to write; undefined when all is kept, or was offered a moment ago. `kept` as it was heard last. */
  async next(kept: Kept | undefined): Promise<Offer | undefined> {
    if (!kept) return undefined;
    const keys = await readKeys(this.db, this.country);
    const current = currentKey(keys);
    if (!current) return undefined;
    if (kept.key !== current.key)
      return this.#isDue(`key ${current.key}`) ? { kind: keysKind, payload: { v: 1, keys } } : undefined;
    const keptAt = kept.head?.at ?? "";
    const after = keptAt > this.#skippedThrough ? keptAt : this.#skippedThrough;
    const heads = await readSignedHeads(this.db, this.country, { after, limit: headsPerNotice });
    const [first, last] = [heads[0], heads.at(-1)];
    if (!first || !last || !this.#isDue(`head ${first.at}`)) return undefined;
    if (this.#last.times > mostOffers) this.#skippedThrough = last.at;
    return { kind: headsKind, payload: { v: 1, heads } };
  }

  #isDue(what: string): boolean {
    const isSame = this.#last.what === what;
    if (isSame && this.nowMs() - this.#last.atMs < repeatAfterMs) return false;
    this.#last = { what, atMs: this.nowMs(), times: isSame ? this.#last.times + 1 : 1 };
    return true;
  }
}
