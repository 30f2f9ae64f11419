import { describe, expect, it } from "vitest";
import { defaultClockConfig } from "@/domain/clock/config";
import { streamOf } from "@/domain/envelope";
import { evolve } from "@/domain/picture";
import type { HeldEvent } from "@/domain/protocol/down";
import { foldVersion } from "@/domain/protocol/version";
import { CountryView } from "../feed/country-view";
import { downAfterMs, heartbeatOf, type Standing } from "./heartbeat";
import type { LandedNotice } from "./landed-notices";
import { PartnerState } from "./partner-state";

const startedAt = "2026-01-01T00:00:00.000Z";
const landedAt = "2026-01-01T00:01:00.000Z";

const noticeOf = (payload: unknown, parts: Partial<LandedNotice> = {}): LandedNotice => ({
  number: 1,
  ageMs: 0,
  landedAt,
  ...parts,
  payload,
});

const held: HeldEvent = {
  ...{ stream: "LA.joint", seq: 3, state: "quarantined", reason: "not-shared" },
  ...{ type: "incident.acknowledged", since: landedAt },
};

class Scene {
  elapsedMs = 0;
  readonly view = new CountryView("KH", evolve);
  readonly state = new PartnerState({
    country: "KH",
    view: this.view,
    nowMs: () => this.elapsedMs,
    startedAt,
  });
  /** What the partner says while it stands where we stand. */
  readonly standing: Standing = { applied: {}, digest: this.view.mark("full").digest, held: 0 };

  heartbeat(parts: Partial<Standing> = {}, at = landedAt) {
    return heartbeatOf({ ...this.standing, ...parts }, at);
  }
}

describe("what is said of the partner", () => {
  it("is down since the start while it was never heard", () => {
    expect(new Scene().state.summary).toEqual({ state: "down", since: startedAt });
  });

  it("is live and same after a heartbeat of the same picture, and down once none has come for long", () => {
    const scene = new Scene();
    scene.state.hear(noticeOf(scene.heartbeat()), undefined);
    expect(scene.state.summary).toMatchObject({ state: "live", since: landedAt, same: true });
    scene.elapsedMs = downAfterMs + 1;
    expect(scene.state.summary).toMatchObject({ state: "down", since: landedAt });
    expect(scene.state.summary).not.toHaveProperty("same");
  });

  it("is down when the last heartbeat was old already as this process read it", () => {
    const { state, heartbeat } = bound();
    state.hear(noticeOf(heartbeat(), { ageMs: downAfterMs + 1 }), undefined);
    expect(state.summary.state).toBe("down");
  });

  it("is behind once one of the two has lacked the same events for five seconds", () => {
    const scene = new Scene();
    const notice = noticeOf(scene.heartbeat({ applied: { [streamOf("LA", "joint")]: 2 } }));
    scene.state.hear(notice, undefined);
    expect(scene.state.summary.state).toBe("live");
    scene.elapsedMs = 5_000;
    scene.state.hear(notice, undefined);
    expect(scene.state.summary).toMatchObject({ state: "behind", behind: { events: 2, seconds: 5 } });
  });

  it("is live while new events always cross and none is lacked for long", () => {
    const scene = new Scene();
    const { view, state } = scene;
    for (let second = 0; second < 30; second += 2) {
      scene.elapsedMs = second * 1_000;
      // Ours runs two ahead of what the partner confirms, and what was ahead is confirmed the next time.
      Object.defineProperty(view, "vector", { configurable: true, value: { "KH.joint": second + 2 } });
      state.hear(noticeOf(scene.heartbeat({ applied: { "KH.joint": second } })), undefined);
      expect(state.summary.state).toBe("live");
    }
  });

  it("says another digest plainly, but nothing of another fold version", () => {
    const { state, heartbeat } = bound();
    state.hear(noticeOf(heartbeat({ digest: "0" })), undefined);
    expect(state.summary.same).toBe(false);
    state.hear(noticeOf({ ...heartbeat({ digest: "0" }), foldVersion: foldVersion + 1 }), undefined);
    expect(state.summary.otherVersion).toBe(true);
    expect(state.summary).not.toHaveProperty("same");
  });

  it("says nothing of sameness while either side holds events back", () => {
    const { state, heartbeat } = bound();
    state.hear(noticeOf(heartbeat()), held);
    expect(state.summary).toMatchObject({ held: 1, waits: held });
    expect(state.summary).not.toHaveProperty("same");
    state.hear(noticeOf(heartbeat({ held: 1 })), undefined);
    expect(state.summary).not.toHaveProperty("same");
  });

  it("tells the clock's offset by the sample that travelled fastest", () => {
    const { state, heartbeat } = bound();
    const hear = (at: string, landed: string) =>
      state.hear(noticeOf(heartbeat({}, at), { landedAt: landed }), undefined);
    hear("2026-01-01T00:02:00.000Z", "2026-01-01T00:01:00.900Z");
    hear("2026-01-01T00:02:02.000Z", "2026-01-01T00:01:02.020Z");
    expect(state.summary.clockOffsetMs).toBe(59_980);
  });

  it("keeps the partner's minutes however old, and its own screens only while the line is up", () => {
    const { state, heartbeat } = bound();
    const clocks = { ...defaultClockConfig, review: 5 };
    const row = { screen: "wall", count: 2, behind: 0, same: true };
    const presence = [
      { ...row, country: "LA" },
      { ...row, country: "KH" },
    ];
    state.hear(noticeOf({ ...heartbeat(), clocks, presence }), undefined);
    expect([state.clocks, state.presence]).toEqual([clocks, [presence[0]]]);
    state.hear(noticeOf({ ...heartbeat(), clocks, presence }, { ageMs: downAfterMs + 1 }), undefined);
    expect([state.clocks, state.presence]).toEqual([clocks, []]);
  });

  it("is heard although its minutes or its screens cannot be read", () => {
    const { state, heartbeat } = bound();
    state.hear(noticeOf({ ...heartbeat(), clocks: { review: "soon" }, presence: "many" }), undefined);
    expect([state.summary.state, state.clocks, state.presence]).toEqual(["live", undefined, []]);
  });

  it.each([undefined, null, "heartbeat", { v: 2 }, { v: 1, at: "9999" }])(
    "passes over what is no heartbeat: %j",
    (payload) => {
      const { state } = new Scene();
      state.hear(noticeOf(payload), undefined);
      expect(state.summary).toEqual({ state: "down", since: startedAt });
    },
  );
});

function bound() {
  const scene = new Scene();
  return { state: scene.state, heartbeat: scene.heartbeat.bind(scene) };
}
