import { expect, test } from "vitest";
import { parseCommand } from "./parse";

const at = "2026-11-23T08:00:00.000Z";
const frame = (over: object = {}) => ({
  id: "01a20919-8e0d-71bd-9526-12dbc68d343c",
  type: "incident.report",
  subject: "KH-01a20919-8e0d-41bd-9526-12dbc68d343c",
  body: report(),
  ...over,
});
const report = (over: object = {}) => ({
  kind: "flood",
  impact: "high",
  place: { lng: 106, lat: 13.9 },
  occurredAt: "2026-11-23T07:00:00.000Z",
  ...over,
});
const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

test("C6 a sound report passes with its defaults", () => {
  const parsed = parseCommand(frame({ body: report({ people: [{ count: 2 }] }) }), at);
  expect(parsed).toMatchObject({
    ok: true,
    command: { body: { people: [{ role: "unknown", sex: "unknown", ageBand: "unknown", count: 2 }] } },
  });
});

test.each<[string, unknown, string, string | undefined]>([
  ["not an object", "hello", "bad-form", "command"],
  ["null", null, "bad-form", "command"],
  ["an array", [], "bad-form", "command"],
  [
    "a merger into what is no subject",
    frame({ type: "incident.merge", body: { into: "x" } }),
    "bad-form",
    "body.into",
  ],
  ["no id", frame({ id: undefined }), "bad-form", "id"],
  ["an id that is no UUID", frame({ id: "7" }), "bad-form", "id"],
  [
    "a subject of no country",
    frame({ subject: "TH-01a20919-8e0d-41bd-9526-12dbc68d343c" }),
    "bad-form",
    "subject",
  ],
  ["an unknown command", frame({ type: "incident.delete" }), "unknown-command", "type"],
  ["a command named like a method", frame({ type: "constructor" }), "unknown-command", "type"],
  ["an extra field in the frame", frame({ actor: "me" }), "bad-form", "actor"],
  ["an unknown kind", frame({ body: report({ kind: "public-order" }) }), "bad-form", "body.kind"],
  ["a kind of the wrong type", frame({ body: report({ kind: 7 }) }), "bad-form", "body.kind"],
  ["no place", frame({ body: report({ place: undefined }) }), "bad-form", "body.place"],
  [
    "coordinates on the moon",
    frame({ body: report({ place: { lng: 400, lat: 13 } }) }),
    "bad-form",
    "body.place.lng",
  ],
  ["a field nobody knows", frame({ body: report({ suspectName: "x" }) }), "bad-form", "body.suspectName"],
  ["a count of none", frame({ body: report({ people: [{ count: 0 }] }) }), "bad-form", "body.people.0.count"],
  [
    "a time that is none",
    frame({ body: report({ occurredAt: "yesterday" }) }),
    "bad-form",
    "body.occurredAt",
  ],
  [
    "a time next year",
    frame({ body: report({ occurredAt: "2027-11-23T07:00:00.000Z" }) }),
    "future-time",
    "body.occurredAt",
  ],
  [
    "a time before the century",
    frame({ body: report({ occurredAt: "1970-01-01T00:00:00.000Z" }) }),
    "future-time",
    "body.occurredAt",
  ],
  [
    "NUL in a text",
    frame({ body: report({ note: { text: "a\0b", lang: "en" } }) }),
    "bad-text",
    "body.note.text",
  ],
  [
    "a lone surrogate",
    frame({ body: report({ note: { text: "a\ud800b", lang: "en" } }) }),
    "bad-text",
    "body.note.text",
  ],
  ["a lone surrogate in a key", frame({ body: report({ "\udc00": 1 }) }), "bad-text", "body.key"],
  ["nesting without end", frame({ body: nested(4_000) }), "bad-form", "body"],
  ["a blank reason", frame({ type: "release.recall", body: { reason: "  " } }), "bad-form", "body.reason"],
  [
    "a flag cleared by revision",
    frame({ type: "incident.revise", body: { changes: { protection: false } } }),
    "bad-form",
    "body.changes.protection",
  ],
  [
    "a revision of nothing",
    frame({ type: "incident.revise", body: { changes: {} } }),
    "bad-form",
    "body.changes",
  ],
  ["a note that says nothing", frame({ type: "incident.note", body: {} }), "bad-form", "body"],
  [
    "a phrase with a missing slot",
    frame({ type: "incident.note", body: { phrase: { id: "persons-safe", slots: {} } } }),
    "bad-form",
    "body.phrase.slots.count",
  ],
])("%s is turned down with its path", (_, input, reason, path) => {
  const parsed = parseCommand(input, at);
  expect(parsed).toMatchObject({ ok: false, denial: { reason } });
  if (!parsed.ok && path !== undefined) expect(parsed.denial.path).toBe(path);
});

test("five minutes ahead is still the present: clocks differ", () => {
  expect(parseCommand(frame({ body: report({ occurredAt: "2026-11-23T08:04:59.000Z" }) }), at).ok).toBe(true);
  expect(parseCommand(frame({ body: report({ occurredAt: "2026-11-23T08:05:01.000Z" }) }), at).ok).toBe(
    false,
  );
});

test("a command id is the same in upper and lower case", () => {
  const parsed = parseCommand(frame({ id: frame().id.toUpperCase() }), at);
  expect(parsed.ok && parsed.command.id).toBe(frame().id);
});
