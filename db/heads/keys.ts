/** The chain of keys of one node: which key may have signed what. Pure, apart from checking signatures. */
import type { Country } from "@/domain/vocabulary";
import {
  beginning,
  headSigned,
  isSignedBy,
  keyIdOf,
  keySigned,
  type SignedHead,
  type SigningKey,
  signText,
} from "./signature";

/** A key that a person took: at set-up, or from the partner's invitation. */
export const takenKey = (country: Country, publicKey: string, at = beginning): SigningKey => ({
  ...{ country, publicKey, at },
  key: keyIdOf(publicKey),
  signedBy: null,
  signature: null,
});

/** The announcement of a new key, signed by the one it replaces. `privateKey` is that one's. */
export function announcedKey(
  { country, key }: SigningKey,
  privateKey: string,
  { publicKey, at }: Pick<SigningKey, "publicKey" | "at">,
): SigningKey {
  const announced = { country, publicKey, at, signedBy: key };
  return { ...announced, key: keyIdOf(publicKey), signature: signText(privateKey, keySigned(announced)) };
}

/** Keys in the order in which they sign. */
export const inOrder = (keys: readonly SigningKey[]): SigningKey[] =>
  [...keys].sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));

/** The key that signs now; undefined while none is known. */
export const currentKey = (keys: readonly SigningKey[]): SigningKey | undefined => inOrder(keys).at(-1);

/** Why a key cannot belong to the chain of those known, as the end of a sentence; null when it does. */
export function faultOfKey(one: SigningKey, known: readonly SigningKey[]): string | null {
  if (!isNamed(one)) return "its name is not that of its public key";
  if (one.signedBy === null) return one.signature === null ? null : "it names no key that signed it";
  const before = known.find(({ key, country }) => key === one.signedBy && country === one.country);
  if (!before) return "the key that signed it is not known";
  if (one.at <= before.at) return "it is older than the key that signed it";
  if (!isSignedBy(before.publicKey, keySigned(one), one.signature ?? "")) return "its signature is wrong";
  const other = known.find(({ key, signedBy }) => signedBy === one.signedBy && key !== one.key);
  return other ? "the key that signed it has signed another key as well" : null;
}

/** A text that is no public key has no name. */
function isNamed({ key, publicKey }: SigningKey): boolean {
  try {
    return keyIdOf(publicKey) === key;
  } catch {
    return false;
  }
}

/** Why a head was not signed by this node, as the end of a sentence; null when it was. */
export function faultOfSignature(head: SignedHead, keys: readonly SigningKey[]): string | null {
  const signer = keys.find(({ key, country }) => key === head.key && country === head.country);
  if (!signer) return "the key that signed it is not known";
  if (!isSignedBy(signer.publicKey, headSigned(head), head.signature)) return "its signature is wrong";
  const replaced = keys.some(({ key, at }) => key !== signer.key && at > signer.at && at <= head.at);
  return replaced ? "its key had been replaced by then" : null;
}
