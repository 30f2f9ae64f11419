/** The hash chain: RFC 8785 canonical JSON and SHA-256, the same bytes on servers and screens. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Header } from "./envelope";

export const firstPrev = "0".repeat(64);

/** RFC 8785 text of a JSON value. Throws on what JSON cannot hold (undefined, NaN, lone surrogates). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256(salt ‖ canonical body): salted, so that a withheld or erased body cannot be guessed. */
export function hashBody(saltHex: string, canonicalBody: string): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(saltHex), utf8ToBytes(canonicalBody))));
}

/** The canonical text that `hash` covers: the header without `hash` itself, with the format version. */
export function headerText(header: Omit<Header, "hash">): string {
  const { stream, seq, clock, seen, id, at, actor, type, subject, bodyHash, prev } = header;
  return canonical({ v: 1, stream, seq, clock, seen, id, at, actor, type, subject, bodyHash, prev });
}
