import { describe, expect, it, test } from "vitest";
import { readReport } from "./report";

const at = "2026-11-23T08:00:00.000Z";
const fields = { kind: "timber", impact: "low", occurredAt: "2026-11-20T01:00:00Z" };
const place = { lng: 106, lat: 13.9 };
const read = (value: unknown) => readReport(value, "KH", at);

function commandOf(value: unknown, country: "KH" | "LA" = "KH") {
  const result = readReport(value, country, at);
  if (!result.ok) throw new Error(result.problem);
  return result.command;
}

test("a feature, a flat row and a report are the same command", () => {
  const feature = {
    type: "Feature",
    geometry: { type: "Point", coordinates: [106, 13.9] },
    properties: fields,
  };
  expect(commandOf(feature)).toEqual(commandOf({ ...fields, place }));
  expect(commandOf({ ...fields, ...place })).toEqual(commandOf({ place, ...fields }));
});

test("command id and subject are derived from content and country", () => {
  const one = commandOf({ ...fields, place });
  expect(commandOf({ ...fields, place })).toEqual(one);
  expect(one.subject).toMatch(/^KH-/);
  expect(one.id).not.toBe(one.subject.slice(3));
  const others = [commandOf({ ...fields, place, impact: "high" }), commandOf({ ...fields, place }, "LA")];
  for (const other of others) {
    expect(other.id).not.toBe(one.id);
    expect(other.subject.slice(3)).not.toBe(one.subject.slice(3));
  }
});

test("the id of a row never changes, so that files imported before are recognised", () => {
  const { id, subject } = commandOf({ ...fields, place });
  expect(id).toBe("f3d10597-1a79-5372-8720-e4bb340f5904");
  expect(subject).toBe("KH-97d6871a-0510-5faf-8492-f0761d483a50");
});

describe("K15 what happened over a day ago is imported as history", () => {
  const readAt = (hours: number, parts: object = {}) =>
    readReport({ ...fields, place, ...parts }, "KH", new Date(happened + hours * 3_600_000).toISOString());
  const happened = Date.parse(fields.occurredAt);

  it("from one day on, not before", () => {
    expect(readAt(24)).not.toHaveProperty("historical");
    expect(readAt(24.1)).toMatchObject({ historical: true, command: { body: { historical: true } } });
  });

  it("is the same command on both days", () => {
    const [fresh, old] = [readAt(1), readAt(1_000)];
    if (!fresh.ok || !old.ok) throw new Error("both rows are good");
    expect([old.command.id, old.command.subject]).toEqual([fresh.command.id, fresh.command.subject]);
  });

  it.each([
    [undefined, { text: "Danger to life when it happened.", lang: "en" }],
    [
      { text: "ນ້ຳຂຶ້ນໄວ", lang: "lo" },
      { text: "ນ້ຳຂຶ້ນໄວ\nອັນຕະລາຍເຖິງຊີວິດ ໃນຕອນເກີດເຫດ.", lang: "lo" },
    ],
  ])("a danger to life that is over becomes a note (%j)", (note, expected) => {
    const old = readAt(1_000, { dangerToLife: true, ...(note ? { note } : {}) });
    expect(old).toMatchObject({ ok: true, historical: true, pastDanger: true });
    if (old.ok) expect(old.command.body).toMatchObject({ historical: true, note: expected });
    if (old.ok) expect(old.command.body).not.toHaveProperty("dangerToLife");
  });

  it("one of today stays a danger to life and calls", () => {
    const today = readAt(1, { dangerToLife: true });
    expect(today).toMatchObject({ ok: true, command: { body: { dangerToLife: true } } });
    expect(today).not.toHaveProperty("historical");
  });
});

describe("bad rows", () => {
  it.each([
    ["a number", 7, "not an object"],
    ["a wrong code", { ...fields, place, kind: "robbery" }, /^kind: /],
    ["the moon", { ...fields, place: { lng: 384_400, lat: 0 } }, /^place\.lng: /],
    ["no place", fields, /^place: /],
    ["half a place", { ...fields, lng: 106 }, /^place\.lat: /],
    [
      "two places",
      { ...fields, place, lng: 106, lat: 13.9 },
      "place: given twice, as place and as lng and lat",
    ],
    [
      "a line as a place",
      { type: "Feature", properties: fields, geometry: { type: "LineString" } },
      /^geometry: /,
    ],
    ["a feature without properties", { type: "Feature" }, /^properties: /],
    ["a name", { ...fields, place, name: "somebody" }, /name/],
    ["a time next year", { ...fields, place, occurredAt: "2027-11-20T01:00:00Z" }, /occurredAt/],
    ["a time in words", { ...fields, place, occurredAt: "yesterday" }, /^occurredAt: /],
    [
      "history with danger to life",
      { ...fields, place, historical: true, dangerToLife: true },
      "historical: not together with dangerToLife",
    ],
    ["a NUL", { ...fields, place, note: { text: "a\0b", lang: "en" } }, /note/],
  ])("%s", (_, value, problem) => {
    const result = read(value);
    expect(result).toEqual({
      ok: false,
      problem: typeof problem === "string" ? problem : expect.stringMatching(problem),
    });
  });
});
