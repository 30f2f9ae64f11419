/** Verifies that every event the feed reads continues the hash chain of its stream. */
import type { FullEvent } from "@/domain/events";
import { canonical, firstPrev, hashBody, headerText, sha256Hex } from "@/domain/hash";

/** An event breaks its stream's hash chain: nothing after it may be shown. */
export class ChainError extends Error {
  constructor(
    readonly event: Pick<FullEvent, "stream" | "seq">,
    readonly fault: string,
  ) {
    super(`chain broken at ${event.stream} ${event.seq}: ${fault}`);
  }
}

/** Throws ChainError unless the event follows the head (undefined at the beginning of a stream). */
export function verifyLink(head: { hash: string } | undefined, event: FullEvent): void {
  if (event.prev !== (head?.hash ?? firstPrev)) throw new ChainError(event, "does not follow the one before");
  if (sha256Hex(headerText(event)) !== event.hash) throw new ChainError(event, "header and hash differ");
  if (event.body === null || event.salt === undefined) return;
  const bodyHash = hashBody(event.salt, canonical(event.body));
  if (bodyHash !== event.bodyHash) throw new ChainError(event, "body and hash differ");
}
