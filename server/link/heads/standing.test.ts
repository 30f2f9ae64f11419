import { describe, expect, it } from "vitest";
import { type Evidence, judgeOwnStream, type Standing } from "./standing";

const own = { seq: 10, hash: "own" };
const nothing: Evidence = {
  own,
  gatewaySeq: undefined,
  witnesses: [],
  partnerSays: undefined,
  partnerIsHeard: false,
};
const same = { ...own, here: "own" };

describe("how the own stream stands", () => {
  it.each<[string, Partial<Evidence>, Standing]>([
    ["the gateway holds as much", { gatewaySeq: 10, witnesses: [same] }, "sound"],
    ["the gateway lags", { gatewaySeq: 8 }, "sound"],
    ["the gateway holds more", { gatewaySeq: 11 }, "restored"],
    [
      "the gateway holds another event there",
      { gatewaySeq: 10, witnesses: [{ ...own, hash: "other", here: "own" }] },
      "forked",
    ],
    [
      "a head was signed beyond the log",
      { gatewaySeq: 10, witnesses: [{ seq: 12, hash: "x", here: undefined }] },
      "restored",
    ],
    ["a signed head says otherwise", { witnesses: [{ seq: 4, hash: "x", here: "y" }] }, "forked"],
    ["the partner says more than our gateway, unproven", { gatewaySeq: 10, partnerSays: 999_999 }, "sound"],
    ["the gateway is lost and the partner says more", { gatewaySeq: 0, partnerSays: 11 }, "restored"],
    [
      "the gateway is lost and the partner says less",
      { gatewaySeq: 0, partnerSays: 9, partnerIsHeard: true },
      "sound",
    ],
    [
      "the gateway is lost and the partner was not heard since the start",
      { gatewaySeq: 0, partnerSays: 9 },
      "unknown",
    ],
    [
      "the gateway is away, and a note tells the same",
      { witnesses: [{ seq: 9, hash: "n", here: "n" }] },
      "sound",
    ],
    ["the gateway is away and nothing tells", {}, "unknown"],
    ["the link is new", { gatewaySeq: 0 }, "sound"],
    ["nothing was ever written", { own: { seq: 0, hash: "" }, gatewaySeq: 0, partnerSays: 0 }, "sound"],
  ])("%s", (_, parts, standing) => {
    expect(judgeOwnStream({ ...nothing, ...parts })).toBe(standing);
  });
});
