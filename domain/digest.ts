/**
 * The digest of the joint picture: the sum mod 2^256 of SHA-256(canonical JSON) over the joint part of each entity
 * (rules D1, D2). A sum can be kept up to date per changed entity and does not depend on order.
 */
import { canonical, sha256Hex } from "./hash";
import { type Change, type Collection, collections, type Entities, type Picture } from "./picture";
import { slices } from "./slices";

const modulus = 1n << 256n;

/** Whose digest: of desks, who hold joint entities whole, or of screens that hold them redacted. */
export type DigestKind = "full" | "redacted";

/** What of an entity counts: the joint part, as those screens hold it; null when nothing of it is joint. */
function counted<Name extends Collection>(
  collection: Name,
  entity: Entities[Name],
  kind: DigestKind,
): Entities[Name] | null {
  const { joint, shown } = slices[collection];
  return kind === "full" ? joint(entity) : shown.joint(entity);
}

const known: Record<DigestKind, WeakMap<object, bigint>> = { full: new WeakMap(), redacted: new WeakMap() };

/** What an entity adds to the sum; computed once for each. */
export function entityDigest<Name extends Collection>(
  collection: Name,
  entity: Entities[Name] | undefined,
  kind: DigestKind = "full",
): bigint {
  if (entity === undefined) return 0n;
  const found = known[kind].get(entity);
  if (found !== undefined) return found;
  const part = counted(collection, entity, kind);
  const value = part === null ? 0n : BigInt(`0x${sha256Hex(canonical(part))}`);
  known[kind].set(entity, value);
  return value;
}

/** The sum after a change. */
export function digestAfter(sum: bigint, change: Change, kind: DigestKind = "full"): bigint {
  const before = entityDigest(change.collection, change.before, kind);
  const after = entityDigest(change.collection, change.after, kind);
  return (((sum - before + after) % modulus) + modulus) % modulus;
}

/** The sum over a whole picture. */
export function digestOfPicture(picture: Picture, kind: DigestKind = "full"): bigint {
  let sum = 0n;
  for (const collection of collections) {
    for (const entity of picture[collection].values()) sum += entityDigest(collection, entity, kind);
  }
  return sum % modulus;
}

/**
 * The digest of a picture that changes, summed when it is asked for: an entity that many events of a batch change is
 * digested once, and one whose digest nobody asks for never.
 */
export class RunningDigest {
  #sum: bigint;
  /** From how an entity was when it was last summed to how it is. */
  readonly #pending = new Map<string, Change>();

  constructor(
    picture: Picture,
    private readonly kind: DigestKind = "full",
  ) {
    this.#sum = digestOfPicture(picture, kind);
  }

  /** Takes a change of the picture into account; changes of one entity come in order. */
  note(change: Change): void {
    const key = `${change.collection} ${change.id}`;
    const earlier = this.#pending.get(key);
    // Both are of one collection, which is part of the key; the compiler cannot follow that.
    this.#pending.set(key, earlier ? ({ ...change, before: earlier.before } as Change) : change);
  }

  /** The sum now, as 64 lower-case hex digits. */
  get hex(): string {
    for (const change of this.#pending.values()) this.#sum = digestAfter(this.#sum, change, this.kind);
    this.#pending.clear();
    return digestHex(this.#sum);
  }
}

/** A sum as 64 lower-case hex digits. */
export const digestHex = (digest: bigint): string => digest.toString(16).padStart(64, "0");
