import { describe, expect, it } from "vitest";
import { incidentCommands } from "@/domain/incident/schema";
import { Stage, victims } from "@/tests/support/given";
import { changesOf, type Draft, draftOf, emptyDraft, missing, toReport } from "./draft";

/** 07:42 on 14 October at UTC+7. */
const now = Date.parse("2026-10-14T00:42:00.000Z");
const filled: Draft = { ...emptyDraft, kind: "flood", impact: "high", place: { lng: 106, lat: 13.9 } };

describe("a draft", () => {
  it("needs kind, impact and place, and a time only when one is typed", () => {
    expect(missing(emptyDraft, now)).toEqual(["what", "impact", "where"]);
    expect(missing({ ...filled, time: "soon" }, now)).toEqual(["when"]);
    expect(missing(filled, now)).toEqual([]);
    const people = [{ role: "unknown", sex: "unknown", ageBand: "unknown", count: "10-12" } as const];
    expect(missing({ ...filled, people }, now)).toEqual(["rows"]);
    expect(toReport({ ...filled, people }, "en", now)).toBeUndefined();
    expect(toReport({ ...filled, time: "07.40" }, "en", now)?.occurredAt).toBe("2026-10-14T00:40:00.000Z");
    expect(toReport(emptyDraft, "en", now)).toBeUndefined();
  });

  it("T2 a time just ahead is now, one of another day carries it, and one that cannot be is sent as no other", () => {
    const watch = Date.parse("2026-10-14T07:04:30.000Z");
    const at = (time: string) => toReport({ ...filled, time }, "en", watch)?.occurredAt;
    expect(at("14:05")).toBe("2026-10-14T07:04:30.000Z");
    expect(at("")).toBe("2026-10-14T07:04:30.000Z");
    expect(at("yesterday 23:50")).toBe("2026-10-13T16:50:00.000Z");
    expect(at("໑໓.໑໐ ໒໓:໕໐")).toBe("2026-10-13T16:50:00.000Z");
    for (const time of ["tomorrow 07:00", "15.10 07:00", "31.2. 07:00"]) {
      expect(missing({ ...filled, time }, watch)).toEqual(["when"]);
      expect(at(time)).toBeUndefined();
    }
  });

  it("T5 a place that was typed and not chosen stops the sending instead of being lost", () => {
    expect(missing({ ...filled, placeText: "13,95 106,05" }, now)).toEqual(["typedPlace"]);
    expect(toReport({ ...filled, placeText: "Stung Treng" }, "en", now)).toBeUndefined();
    expect(missing({ ...filled, placeText: "\u200B " }, now)).toEqual([]);
  });

  it("becomes a body the wire accepts, without what was left empty", () => {
    const body = toReport(
      {
        ...filled,
        people: [{ role: "possible-victim", sex: "female", ageBand: "unknown", count: "4" }],
        drugs: [
          { substance: "methamphetamine", quantity: "93,973", reading: "fraction", unit: "kg", count: "" },
        ],
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
