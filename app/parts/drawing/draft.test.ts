import { describe, expect, it } from "vitest";
import { type Drawing, drawingCommands } from "@/domain/drawing/schema";
import { draftOf, isComplete, newDraft, putBody } from "./draft";

const now = Date.parse("2026-11-23T10:00:00.000Z");
const square = {
  type: "Polygon" as const,
  coordinates: [
    [
      [106, 14],
      [107, 14],
      [107, 15],
      [106, 14],
    ] as [number, number][],
  ],
};
const point = { type: "Point" as const, coordinates: [106, 14] as [number, number] };
const put = drawingCommands["drawing.put"];

describe("putBody", () => {
  it("makes what the server accepts, expiring after a day by default", () => {
    const body = putBody({ ...newDraft("area", square), label: " Search ", fence: ["enter"] }, now);
    expect(put.parse(body)).toEqual({
      shape: "area",
      geometry: square,
      audience: "national",
      label: "Search",
      expiresAt: "2026-11-24T10:00:00.000Z",
      fence: ["enter"],
    });
  });

  it("leaves a fence away from what is no area, and words away where there are none", () => {
    const body = putBody({ ...newDraft("point", point), fence: ["enter"], expiry: "never" }, now);
    expect(put.parse(body)).toEqual({ shape: "point", geometry: point, audience: "national" });
  });

  it("keeps the expiry, the incident and the audience of a drawing that is changed", () => {
    const before: Drawing = {
      id: "KH-1",
      owner: "KH",
      at: "2026-11-23T09:00:00.000Z",
      desk: "KH-JOC-1",
      shape: "point",
      geometry: point,
      shared: true,
      expiresAt: "2026-11-23T12:00:00.000Z",
      incidentId: "KH-0192f0c4-0000-7000-8000-000000000001",
    };
    expect(putBody(draftOf(before), now)).toEqual({
      shape: "point",
      geometry: point,
      audience: "joint",
      expiresAt: before.expiresAt,
      incidentId: before.incidentId,
    });
  });
});

describe("isComplete", () => {
  it("asks words of a label only", () => {
    expect(isComplete(newDraft("label", point), now)).toBe(false);
    expect(isComplete({ ...newDraft("label", point), label: "Camp" }, now)).toBe(true);
    expect(isComplete(newDraft("point", point), now)).toBe(true);
  });
});
