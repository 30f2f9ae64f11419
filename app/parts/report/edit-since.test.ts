import { describe, expect, it } from "vitest";
import { account, flood, Stage, victims } from "@/tests/support/given";
import { type Draft, draftOf } from "./draft";
import { editSince, isSame } from "./edit-since";

const officer = account("KH", "officer");
const nowMs = Date.parse(flood.occurredAt) + 3_600_000;
const reported = (body: object = flood) => new Stage().do(officer, "incident.report", body);
const incidentOf = (body?: object) => reported(body).incident("KH");

describe("a report whose answer was lost, and that had arrived", () => {
  it.each([
    ["danger to life", { dangerToLife: true }, { dangerToLife: true }],
    ["another impact", { impact: "very-high" }, { impact: "very-high" }],
    ["another kind", { kind: "pursuit" }, { kind: "pursuit" }],
    ["a protection flag", { protection: true }, { protection: true }],
    ["another place", { place: { lng: 106.1, lat: 14 } }, { place: { lng: 106.1, lat: 14 } }],
  ] as [string, Partial<Draft>, object][])("gives what was changed since: %s", (_, part, changes) => {
    const record = incidentOf();
    const sent = draftOf(record);
    expect(editSince(record, { ...sent, ...part }, [sent], nowMs)).toEqual({ changes, note: "" });
  });

  it("gives nothing where nothing was changed", () => {
    for (const body of [flood, victims, { ...flood, dangerToLife: true }]) {
      const record = incidentOf(body);
      const sent: Draft = { ...draftOf(record), time: "07:42" };
      expect(isSame(editSince(record, sent, [sent], nowMs))).toBe(true);
    }
  });

  it("keeps the danger, whichever of its sendings arrived", () => {
    const calm = incidentOf();
    const sent = draftOf(calm);
    const danger: Draft = { ...sent, dangerToLife: true };
    // The calm one arrived; the one with danger was sent once more without an answer.
    expect(editSince(calm, danger, [sent, danger], nowMs).changes).toEqual({ dangerToLife: true });
    // The one with danger arrived, and its author takes it back.
    const grave = incidentOf({ ...flood, dangerToLife: true });
    expect(editSince(grave, sent, [sent, danger], nowMs).changes).toEqual({ dangerToLife: false });
    expect(editSince(grave, danger, [sent, danger], nowMs).changes).toEqual({});
  });

  it("leaves what a desk made of it meanwhile", () => {
    const sent = draftOf(incidentOf());
    const record = reported()
      .do(account("KH", "operator"), "incident.revise", {
        changes: { dangerToLife: true, impact: "very-high" },
      })
      .incident("KH");
    const edited: Draft = { ...sent, kind: "river-accident" };
    expect(editSince(record, edited, [sent], nowMs).changes).toEqual({ kind: "river-accident" });
  });

  it("gives a note that is not there yet", () => {
    const record = incidentOf({ ...flood, note: { text: "first", lang: "en" } });
    const sent: Draft = { ...draftOf(record), note: "first" };
    expect(editSince(record, { ...sent, note: "second" }, [sent], nowMs).note).toBe("second");
    expect(editSince(record, sent, [{ ...sent, note: "second" }], nowMs).note).toBe("");
  });
});
