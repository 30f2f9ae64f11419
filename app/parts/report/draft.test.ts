import { describe, expect, it } from "vitest";
import { incidentCommands } from "@/domain/incident/schema";
import { Stage, victims } from "@/tests/support/given";
import { changesOf, type Draft, draftOf, emptyDraft, lastTime, missing, toReport } from "./draft";

/** 07:42 on 14 October at UTC+7. */
const now = Date.parse("2026-10-14T00:42:00.000Z");
const filled: Draft = { ...emptyDraft, kind: "flood", impact: "high", place: { lng: 106, lat: 13.9 } };

describe("lastTime", () => {
  it.each([
    ["07:40", "2026-10-14T00:40:00.000Z"],
    ["7.05", "2026-10-14T00:05:00.000Z"],
    ["23:50", "2026-10-13T16:50:00.000Z"],
  ])("reads %s as the last such moment at UTC+7", (text, at) => {
    expect(lastTime(text, now)).toBe(at);
  });

  it.each(["", "25:00", "7:60", "soon"])("does not take %j for a time", (text) => {
    expect(lastTime(text, now)).toBeUndefined();
  });
});

describe("a draft", () => {
  it("needs kind, impact and place, and a time only when one is typed", () => {
    expect(missing(emptyDraft, now)).toEqual(["what", "impact", "where"]);
    expect(missing({ ...filled, time: "soon" }, now)).toEqual(["when"]);
    expect(missing(filled, now)).toEqual([]);
    expect(toReport(emptyDraft, "en", now)).toBeUndefined();
  });

  it("becomes a body the wire accepts, without what was left empty", () => {
    const body = toReport(
      {
        ...filled,
        people: [
          { role: "possible-victim", sex: "female", ageBand: "unknown", count: "4" },
          { role: "unknown", sex: "unknown", ageBand: "unknown", count: "" },
        ],
        drugs: [{ substance: "methamphetamine", quantity: "93,973", unit: "kg", count: "" }],
        vehicles: [{ kind: " van ", colour: "", count: "1" }],
        protection: true,
        note: " seen twice ",
      },
      "km",
      now,
    );
    expect(incidentCommands["incident.report"].parse(body)).toEqual(body);
    expect(body).toMatchObject({
      occurredAt: "2026-10-14T00:42:00.000Z",
      people: [{ count: 4 }],
      drugs: [{ quantity: 93.973, unit: "kg" }],
      vehicles: [{ kind: "van", count: 1 }],
      protection: true,
      note: { text: "seen twice", lang: "km" },
    });
    expect(body).not.toHaveProperty("grading");
    expect(body).not.toHaveProperty("direction");
  });
});

describe("a revision", () => {
  const incident = new Stage().released(victims).incident("KH");
  const before = draftOf(incident);

  it("sends nothing when nothing was touched", () => {
    expect(changesOf(before, before, now)).toEqual({});
  });

  it("sends only the fields that differ", () => {
    const after: Draft = { ...before, impact: "very-high", dangerToLife: true, protection: true };
    const changes = changesOf(before, after, now);
    expect(changes).toEqual({ impact: "very-high", dangerToLife: true, protection: true });
    expect(incidentCommands["incident.revise"].parse({ changes })).toEqual({ changes });
  });
});
