import { describe, expect, it } from "vitest";
import { eventTypes } from "@/domain/events";
import { heartbeatOf } from "../../heartbeat";
import { type Heard, partnerFindings } from "./partner";

const at = "2026-03-01T00:00:00.000Z";
const heartbeat = heartbeatOf({ applied: {}, digest: "", held: 0 }, at);
const heard = (changed: Partial<Heard["heartbeat"]> = {}, clockOffsetMs = 0): Heard => ({
  heartbeat: { ...heartbeat, ...changed },
  ...{ landedAt: at, ageMs: 0, clockOffsetMs },
});

describe("what the partner's heartbeat says", () => {
  it("is well at the same version and time", () => expect(partnerFindings(heard())).toEqual([]));

  it("names what it may write and this node does not know, and the other way round", () => {
    expect(partnerFindings(heard({ types: [...eventTypes, "incident.flagged"] }))).toEqual([
      "Upgrade this node: the partner may write incident.flagged, which is held here until then.",
    ]);
    const [finding] = partnerFindings(heard({ types: eventTypes.slice(6) }));
    expect(finding).toMatch(
      /^Ask the partner to upgrade: it does not know .* and 1 more, which this node keeps back/,
    );
  });

  it("names another fold version and a clock that is off", () => {
    expect(partnerFindings(heard({ foldVersion: heartbeat.foldVersion + 1 }))).toEqual([
      expect.stringMatching(
        /^Bring both nodes to one version: .* nobody can say that both hold the same picture/,
      ),
    ]);
    expect(partnerFindings(heard({}, 90_000))).toEqual([
      expect.stringContaining("90 s ahead of this node's"),
    ]);
    expect(partnerFindings(heard({}, -1_900))).toEqual([]);
  });
});
