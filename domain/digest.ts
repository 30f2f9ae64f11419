/**
 * The digest of the joint picture: the sum mod 2^256 of SHA-256(canonical JSON) over the joint entities without
 * their national part. A sum can be kept up to date per changed entity and does not depend on order (rules D1, D2).
 */
import { canonical, sha256Hex } from "./hash";
import { type IncidentEntity, isIncident } from "./incident/schema";
import { type Change, type Collection, collections, type Entities, type Picture } from "./picture";

const modulus = 1n << 256n;

/** Picks what of an entity counts, or null for what is not joint. */
export type DigestOf = (collection: Collection, entity: Entities[Collection]) => unknown | null;

/** The part of an incident that both countries hold, or null while it is national. */
export function jointPart(entity: IncidentEntity): unknown | null {
  switch (entity.sharing) {
    case "national":
    case "requested":
    case "refused":
      return isIncident(entity) && entity.recalled ? tombstonePart(entity) : null;
    case "recalled":
      return tombstonePart(entity);
    case "released": {
      const { national: _, ...joint } = entity;
      return joint;
    }
  }
}

/** After a recall only this much is joint, whatever the originator works on nationally. */
function tombstonePart(entity: IncidentEntity): unknown {
  const { id, ref, owner, originator, recalled } = entity;
  return { id, ref, owner, originator, sharing: "recalled", recalled };
}

/** The joint part of any entity. Units are national; what a joint task shows of one stands in the task. */
export const jointDigestOf: DigestOf = (collection, entity) => {
  switch (collection) {
    case "incidents":
      return jointPart(entity as IncidentEntity);
    case "tasks":
      return (entity as Entities["tasks"]).shared ? entity : null;
    case "messages":
      return (entity as Entities["messages"]).unshared ? null : entity;
    case "clocks": {
      const { id, parts } = entity as Entities["clocks"];
      return Object.keys(parts).length > 0 ? { id, parts } : null;
    }
    case "drawings":
      return (entity as Entities["drawings"]).shared ? entity : null;
    case "requests":
    case "proposals":
      return entity;
    case "units":
      return null;
  }
};

const known = new WeakMap<object, bigint>();

function digestValue(
  collection: Collection,
  entity: Entities[Collection] | undefined,
  pick: DigestOf,
): bigint {
  if (entity === undefined) return 0n;
  const cached = pick === jointDigestOf ? known.get(entity) : undefined;
  if (cached !== undefined) return cached;
  const part = pick(collection, entity);
  const value = part === null ? 0n : BigInt(`0x${sha256Hex(canonical(part))}`);
  if (pick === jointDigestOf) known.set(entity, value);
  return value;
}

export function digestAfter(sum: bigint, change: Change, pick: DigestOf = jointDigestOf): bigint {
  const before = digestValue(change.collection, change.before, pick);
  const after = digestValue(change.collection, change.after, pick);
  return (((sum - before + after) % modulus) + modulus) % modulus;
}

export function digestOfPicture(picture: Picture, pick: DigestOf = jointDigestOf): bigint {
  let sum = 0n;
  for (const collection of collections) {
    for (const entity of picture[collection].values()) sum += digestValue(collection, entity, pick);
  }
  return sum % modulus;
}

export const digestHex = (digest: bigint): string => digest.toString(16).padStart(64, "0");
