import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonical, hashBody, headerText, sha256Hex } from "./hash";

test("L2 canonical text sorts keys and writes numbers as RFC 8785 says", () => {
  expect(canonical({ b: [1e21, 0.1, -0], a: "é\n" })).toBe('{"a":"é\\n","b":[1e+21,0.1,0]}');
});

test("L2 S8 the body's hash covers the salt as raw bytes, then the canonical text", () => {
  const salt = "00112233445566778899aabbccddeeff";
  const expected = createHash("sha256").update(Buffer.from(salt, "hex")).update('{"ក":1}').digest("hex");
  expect(hashBody(salt, canonical({ ក: 1 }))).toBe(expected);
});

test("L2 S8 the header's text carries the format version and nothing the chain does not cover", () => {
  const header = {
    stream: "KH.joint" as const,
    seq: 1,
    clock: 1,
    seen: 0,
    id: "01a20919-8e0d-71bd-9526-12dbc68d343c",
    at: "2026-10-14T00:00:00.000Z",
    actor: { desk: "KH-JOC-1", role: "operator" as const, country: "KH" as const, by: "x" },
    type: "incident.taken",
    subject: "KH-01a20919-8e0d-71bd-9526-12dbc68d343c",
    bodyHash: "0".repeat(64),
    prev: "0".repeat(64),
  };
  const text = headerText(header);
  expect(Object.keys(JSON.parse(text)).sort()).toEqual([...Object.keys(header), "v"].sort());
  expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
});
