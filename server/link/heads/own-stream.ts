/** Watches whether this node holds all of its own joint stream, and says when no joint command may be taken. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/database";
import { faultOfSignature } from "@/db/heads/keys";
import { readKeys } from "@/db/heads/store";
import { readHeads } from "@/db/log/read";
import type { HeadsByStream } from "@/db/types";
import { type Stream, streamOf } from "@/domain/envelope";
import type { DenialReason } from "@/domain/errors";
import { firstPrev } from "@/domain/hash";
import type { Country } from "@/domain/vocabulary";
import { linkFiles } from "../settings";
import type { Kept } from "./notices";
import { judgeOwnStream, type Position, type Standing, type Witness } from "./standing";

const noteEveryMs = 60_000;
const positionSchema = z.object({ seq: z.number().int().min(0), hash: z.string() });

type PartnerHolds = () => { applied: number; kept: Kept | undefined; isFresh: boolean } | undefined;

export type OwnStreamOptions = {
  db: Database;
  country: Country;
  /** The link's folder. */
  folder: string;
  /** The gateway's last seq of the own stream, and its hash at `seq`. Rejects while it cannot be reached. */
  askGateway: (stream: Stream, seq: number) => Promise<{ seq: number; hash: string | undefined }>;
  /** What the partner's last heartbeat says: how far it holds the own stream, and our head that it keeps. */
  partner: PartnerHolds;
  nowMs: () => number;
};

export class OwnStream {
  readonly #stream: Stream;
  #standing: Standing = "unknown";
  /** The highest seq that somebody proved to hold. */
  #highest = 0;
  #notedAtMs = 0;

  constructor(private readonly options: OwnStreamOptions) {
    this.#stream = streamOf(options.country, "joint");
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Whether others hold another or a longer own stream than this node. */
  get isRestored(): boolean {
    return this.#standing === "restored" || this.#standing === "forked";
  }

  /** Why no joint command may be taken on these heads; undefined when it may. */
  refusal(heads: HeadsByStream): DenialReason | undefined {
    if (this.isRestored || (heads[this.#stream]?.seq ?? 0) < this.#highest) return "restored";
    return this.#standing === "unknown" ? "not-saved" : undefined;
  }

  /** Asks the gateway, the partner's last word and the folder. Rejects only when the own database cannot be read. */
  async check(): Promise<Standing> {
    const { partner, askGateway } = this.options;
    const before = await this.#ownHead();
    const gateway = await askGateway(this.#stream, before.seq).catch(() => undefined);
    const said = partner();
    const witnesses = [...(await this.#proofs(said?.kept?.head))];
    if (gateway?.hash !== undefined)
      witnesses.push({ seq: before.seq, hash: gateway.hash, here: before.hash });
    // Read last: another process may have written, and carried into the gateway, meanwhile.
    const own = await this.#ownHead();
    this.#standing = judgeOwnStream({
      own,
      witnesses,
      gatewaySeq: gateway?.seq,
      partnerSays: said?.applied,
      partnerIsHeard: said?.isFresh === true,
    });
    this.#highest = Math.max(this.#highest, gateway?.seq ?? 0, ...witnesses.map(({ seq }) => seq));
    if (this.#standing === "sound") this.#note(own);
    return this.#standing;
  }

  /** The position noted in the folder, and the head that the partner keeps if this node signed it. */
  async #proofs(head: Kept["head"]): Promise<Witness[]> {
    const { db, country } = this.options;
    const proofs: Position[] = [...this.#noted()];
    if (head && head.country === country && !faultOfSignature(head, await readKeys(db, country)))
      proofs.push({ seq: head.seq, hash: head.hash });
    return await Promise.all(
      proofs.map(async (proof) => ({ ...proof, here: await this.#hashAt(proof.seq) })),
    );
  }

  async #ownHead(): Promise<Position> {
    const head = (await readHeads(this.options.db, { lock: false }))[this.#stream];
    return { seq: head?.seq ?? 0, hash: head?.hash ?? firstPrev };
  }

  async #hashAt(seq: number): Promise<string | undefined> {
    const [row] = await rowsOf<{ hash: string }>(
      this.options.db,
      sql`select hash from joint_events where stream = ${this.#stream} and seq = ${seq}`,
    );
    return row?.hash;
  }

  get #noteFile(): string {
    return path.join(this.options.folder, linkFiles.ownHead);
  }

  /** A file that cannot be read tells nothing. */
  #noted(): Position[] {
    if (!existsSync(this.#noteFile)) return [];
    try {
      const noted = positionSchema.parse(JSON.parse(readFileSync(this.#noteFile, "utf8")));
      return noted.seq > 0 ? [noted] : [];
    } catch {
      return [];
    }
  }

  /** Beside the database, so that it is not restored with it: it tells when the gateway cannot be reached. */
  #note(own: Position): void {
    const { nowMs } = this.options;
    if (nowMs() - this.#notedAtMs < noteEveryMs) return;
    this.#notedAtMs = nowMs();
    const temporary = `${this.#noteFile}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(own), { mode: 0o600 });
    renameSync(temporary, this.#noteFile);
  }
}
