import { describe, expect, it } from "vitest";
import { type LinkStatus, statusSentences } from "./status";

const well: Omit<LinkStatus, "sentences"> = {
  country: "KH",
  partner: { state: "live", since: "2026-03-01T00:00:00.000Z" },
  gateway: { slotBytes: 0, safeBytes: 1_000 },
  certificateDays: 700,
  quarantine: 0,
  suspended: false,
};
const running = ["sekong_la_joint", "sekong_la_beside"].map((name) => ({
  name,
  enabled: true,
  running: true,
}));

describe("how a link stands, in sentences", () => {
  it("nothing to say when it is well", () => expect(statusSentences(well, running, [])).toEqual([]));

  it.each<[Partial<LinkStatus>, RegExp]>([
    [{ partner: { state: "down" } }, /nothing was heard of the partner yet\.$/],
    [{ partner: { state: "down", since: "then" } }, /nothing was heard of the partner since then\.$/],
    [{ partner: { state: "behind", behind: { events: 7, seconds: 30 } } }, /not confirmed 7 events for 30 s/],
    [{ quarantine: 2 }, /^Decide about 2 of the partner's events/],
    [{ suspended: true }, /resume` to send again/],
  ])("%j", (changed, sentence) => {
    expect(statusSentences({ ...well, ...changed }, running, [])).toEqual([expect.stringMatching(sentence)]);
  });

  it("subscriptions that are missing, off or stopped, and slots that are lost or will be", () => {
    expect(statusSentences(well, [], [])).toEqual([
      expect.stringMatching(/does not fetch from its partner yet/),
    ]);
    const [one, other] = [
      { name: "a", enabled: false, running: false },
      { name: "b", enabled: true, running: false },
    ];
    expect(statusSentences(well, [one, other], [])).toEqual([
      expect.stringContaining("the subscription a is switched off"),
      expect.stringContaining("the subscription b is not running"),
    ]);
    const slots = [
      { name: "c", status: "lost" },
      { name: "d", status: "unreserved" },
      { name: "e", status: "reserved" },
    ];
    expect(statusSentences(well, running, slots)).toEqual([
      expect.stringContaining("their slot c is lost"),
      expect.stringContaining("its slot d is past max_slot_wal_keep_size"),
    ]);
  });
});
