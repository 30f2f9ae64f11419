import { expect, it } from "vitest";
import { type OwnPositions, ownStreamSentences } from "./own-stream-status";

const own: OwnPositions = { seq: 10, hash: "a", gateway: { seq: 10, hash: "a" }, partner: 10 };

it("says nothing where this node holds all of its stream, and nothing of a gateway that lags or is away", () => {
  expect(ownStreamSentences(own)).toEqual([]);
  expect(ownStreamSentences({ ...own, gateway: { seq: 8, hash: null }, partner: 8 })).toEqual([]);
  expect(ownStreamSentences({ ...own, gateway: undefined })).toEqual([]);
});

it.each<[string, Partial<OwnPositions>, RegExp]>([
  ["the gateway holds more", { gateway: { seq: 13, hash: "a" } }, /^Run .*recover`: the gateway holds 3 own/],
  [
    "the partner holds more than both",
    { partner: 12 },
    /^Have the partner run .*up to 12, this node only up to 10/,
  ],
  [
    "the gateway holds another event",
    { gateway: { seq: 10, hash: "b" } },
    /^Stop Sekong, restore the backup/,
  ],
])("%s", (_, changed, sentence) => {
  expect(ownStreamSentences({ ...own, ...changed })).toEqual([expect.stringMatching(sentence)]);
});
