import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { announcedKey, currentKey, faultOfKey, faultOfSignature, takenKey } from "./keys";
import {
  headSigned,
  isSignedBy,
  type SignedHead,
  type SigningKey,
  signedHeadSchema,
  signText,
} from "./signature";

const makeKey = () =>
  generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [first, second, third] = [makeKey(), makeKey(), makeKey()];
const at = (minute: number) => `2026-11-28T20:${String(minute).padStart(2, "0")}:00.000Z`;
const taken = takenKey("KH", first.publicKey);
const next = announcedKey(taken, first.privateKey, { publicKey: second.publicKey, at: at(10) });

function head(by: { key: SigningKey; privateKey: string }, parts: Partial<SignedHead> = {}): SignedHead {
  const said = { country: "KH" as const, seq: 7, hash: "a".repeat(64), at: at(5), ...parts };
  return { ...said, key: by.key.key, signature: signText(by.privateKey, headSigned(said)) };
}
const byFirst = { key: taken, privateKey: first.privateKey };
const bySecond = { key: next, privateKey: second.privateKey };

describe("a signed head", () => {
  it("is what the node signed, and has the form that is kept", () => {
    expect(faultOfSignature(head(byFirst), [taken])).toBeNull();
    expect(signedHeadSchema.parse(head(byFirst))).toEqual(head(byFirst));
  });

  it.each([
    ["another seq", { seq: 8 }],
    ["another hash", { hash: "b".repeat(64) }],
    ["another time", { at: at(6) }],
  ])("is refused with %s than was signed", (_, change) => {
    expect(faultOfSignature({ ...head(byFirst), ...change }, [taken])).toBe("its signature is wrong");
  });

  it("is refused when another country, or nobody known, signed it", () => {
    expect(faultOfSignature({ ...head(byFirst), country: "LA" }, [taken])).toBe(
      "the key that signed it is not known",
    );
    expect(faultOfSignature(head(bySecond), [taken])).toBe("the key that signed it is not known");
  });

  it("is refused from a key that had been replaced by then, and stands from before", () => {
    expect(faultOfSignature(head(byFirst, { at: at(9) }), [taken, next])).toBeNull();
    expect(faultOfSignature(head(byFirst, { at: at(11) }), [taken, next])).toBe(
      "its key had been replaced by then",
    );
    expect(faultOfSignature(head(bySecond, { at: at(11) }), [taken, next])).toBeNull();
  });
});

describe("the chain of keys", () => {
  it("takes a new key that the last one signed, and it signs from then on", () => {
    expect(faultOfKey(next, [taken])).toBeNull();
    expect(currentKey([next, taken])).toEqual(next);
  });

  it.each<[string, SigningKey, string]>([
    ["signed by nobody known", { ...next, signedBy: "c".repeat(64) }, "the key that signed it is not known"],
    ["moved in time", { ...next, at: at(11) }, "its signature is wrong"],
    ["named otherwise", { ...next, key: "d".repeat(64) }, "its name is not that of its public key"],
    [
      "signed with another key",
      announcedKey(taken, third.privateKey, { publicKey: second.publicKey, at: at(10) }),
      "its signature is wrong",
    ],
  ])("refuses a key %s", (_, key, fault) => {
    expect(faultOfKey(key, [taken])).toBe(fault);
  });

  it("refuses a second key that one key signs: whoever stole it cannot go on beside the node", () => {
    const stolen = announcedKey(taken, first.privateKey, { publicKey: third.publicKey, at: at(20) });
    expect(faultOfKey(stolen, [taken, next])).toBe("the key that signed it has signed another key as well");
  });

  it("accepts no key but Ed25519", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    expect(isSignedBy(publicKey, "text", signText(privateKey, "text"))).toBe(false);
  });
});
