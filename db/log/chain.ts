/** Chains decided events: gives each its sequence, clock, salt and hashes (rules L1, L2, L4). Touches no database. */
import { randomBytes } from "node:crypto";
import { type Stream, streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { canonical, firstPrev, hashBody, headerText, sha256Hex } from "@/domain/hash";
import { partnerOf } from "@/domain/vocabulary";
import type { Head, HeadsByStream, Pending } from "../types";
import { type EventRow, rowOf } from "./rows";

const saltBytes = 16;
/** The head of a stream without events. */
export const emptyHead: Head = { seq: 0, hash: firstPrev, clock: 0 };

type Link = { event: FullEvent; row: EventRow; headBefore: Head };

/** The events of one transaction, chained onto the heads at its start. */
export class Chain {
  #heads: HeadsByStream;
  #links: Link[] = [];

  constructor(heads: HeadsByStream) {
    this.#heads = { ...heads };
  }

  get length(): number {
    return this.#links.length;
  }

  get rows(): EventRow[] {
    return this.#links.map((link) => link.row);
  }

  /** The heads of the streams that have grown. */
  get grown(): { stream: Stream; head: Head }[] {
    const grown = new Set(this.#links.map((link) => link.event.stream));
    return [...grown].map((stream) => ({ stream, head: this.#head(stream) }));
  }

  /** Chains one event and returns it as the log will hold it. */
  add(pending: Pending): FullEvent {
    const { draft, actor, at } = pending;
    const stream = streamOf(actor.country, draft.scope);
    const headBefore = this.#head(stream);
    const body = canonical(draft.body);
    const salt = randomBytes(saltBytes).toString("hex");
    const header = {
      stream,
      seq: headBefore.seq + 1,
      clock: this.#highestJointClock() + (draft.scope === "joint" ? 1 : 0),
      seen: this.#head(streamOf(partnerOf(actor.country), "joint")).seq,
      id: draft.id,
      at,
      actor: { desk: actor.desk, role: actor.role, country: actor.country, by: actor.by },
      type: draft.type,
      subject: draft.subject,
      bodyHash: hashBody(salt, body),
      prev: headBefore.hash,
    };
    const text = headerText(header);
    const hash = sha256Hex(text);
    // Parsed from its text, so that this process folds exactly what others will read.
    const event = { ...header, hash, salt, body: JSON.parse(body) } as FullEvent;
    this.#links.push({ event, row: rowOf(event, text, body), headBefore });
    this.#heads[stream] = { seq: header.seq, hash, clock: header.clock };
    return event;
  }

  /** Appends an event that the partner chained; its place was judged before. Throws when it does not follow. */
  admit(event: FullEvent): void {
    const headBefore = this.#head(event.stream);
    if (event.seq !== headBefore.seq + 1 || event.prev !== headBefore.hash)
      throw new TypeError(`does not follow its stream: ${event.stream} ${event.seq}`);
    const body = event.body === null ? null : canonical(event.body);
    this.#links.push({ event, row: rowOf(event, headerText(event), body), headBefore });
    this.#heads[event.stream] = { seq: event.seq, hash: event.hash, clock: event.clock };
  }

  /** Removes all but the first `length` events. */
  rewind(length: number): void {
    while (this.#links.length > length) {
      const last = this.#links.pop();
      if (last) this.#heads[last.event.stream] = last.headBefore;
    }
  }

  #head(stream: Stream): Head {
    return this.#heads[stream] ?? emptyHead;
  }

  #highestJointClock(): number {
    return Math.max(this.#head("KH.joint").clock, this.#head("LA.joint").clock);
  }
}
