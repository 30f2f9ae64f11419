import { describe, expect, it } from "vitest";
import { findBadTime } from "./times";

const now = "2026-10-14T05:00:00.000Z";
const past = "2026-10-14T04:54:59.000Z";
const nextYear = "2027-10-14T05:00:00.000Z";
const later = "2027-10-16T05:00:00.000Z";

describe("the times of a command", () => {
  it.each([
    ["a task assigned for 2001", { dueAt: "2001-01-01T00:00:00.000Z" }, "body.dueAt"],
    ["a request due yesterday", { dueAt: "2026-10-13T05:00:00.000Z" }, "body.dueAt"],
    ["a task of an acceptance due before", { assign: { dueAt: past } }, "body.assign.dueAt"],
    ["a handover last year", { handover: { at: "2025-10-14T05:00:00.000Z" } }, "body.handover.at"],
    ["a handover in two years", { handover: { at: later } }, "body.handover.at"],
    ["a drawing that has expired", { expiresAt: past }, "body.expiresAt"],
    ["a drawing that stays for years", { expiresAt: later }, "body.expiresAt"],
  ])("refuses %s", (_, body, path) => expect(findBadTime(body, now)).toEqual({ reason: "time-range", path }));

  it.each([
    ["happened tomorrow", { happenedAt: "2026-10-15T05:00:00.000Z" }, "body.happenedAt"],
    ["occurs next year, in a revision", { changes: { occurredAt: nextYear } }, "body.changes.occurredAt"],
    ["occurred before the century", { occurredAt: "1999-12-31T00:00:00.000Z" }, "body.occurredAt"],
  ])("refuses what %s", (_, body, path) =>
    expect(findBadTime(body, now)).toEqual({ reason: "future-time", path }),
  );

  it.each([
    { dueAt: "2026-10-14T04:55:00.000Z" },
    { dueAt: nextYear },
    { expiresAt: "2026-10-14T06:00:00.000Z", handover: { at: "2026-10-14T04:58:00.000Z" } },
    { happenedAt: "2026-10-14T05:05:00.000Z" },
    { occurredAt: "2000-01-01T00:00:00.000Z" },
    { note: { text: "2001-01-01T00:00:00.000Z" } },
  ])("takes %j", (body) => expect(findBadTime(body, now)).toBeUndefined());
});
