import { describe, expect, it } from "vitest";
import { eventTypes } from "@/domain/events";
import { addedEventTypes } from "@/domain/protocol/version";
import { heartbeatOf, knowsType } from "./heartbeat";

const at = "2026-01-01T00:00:00.000Z";
const heartbeat = heartbeatOf({ applied: {}, digest: "0", held: 0 }, at);

describe("what the partner's node knows", () => {
  it("is every type of the first version, whatever it says or never said", () => {
    for (const type of eventTypes.filter((one) => !addedEventTypes.includes(one))) {
      expect(knowsType(undefined, type)).toBe(true);
      expect(knowsType({ ...heartbeat, types: [] }, type)).toBe(true);
    }
  });

  it("names as added only types that there are", () => {
    expect(addedEventTypes.filter((type) => !eventTypes.some((one) => one === type))).toEqual([]);
  });
});
