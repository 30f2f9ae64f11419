import { beforeEach, describe, expect, it } from "vitest";
import { timeOfFix } from "@/domain/freshness/server-time";
import { positionSchema } from "@/domain/protocol/up";
import { type Device, type PositionMessage, PositionSharing } from "./position-sharing";

type Answer = (position: GeolocationPosition) => void;
type Refusal = (error: GeolocationPositionError) => void;

/** A device that answers when the test says so. */
class TestDevice implements Device {
  watches = new Map<number, { answer: Answer; refuse: Refusal }>();
  begun = 0;
  #next = 1;

  watchPosition(answer: Answer, refuse?: Refusal | null): number {
    this.begun += 1;
    this.watches.set(this.#next, { answer, refuse: refuse ?? (() => {}) });
    return this.#next++;
  }
  clearWatch(id: number): void {
    this.watches.delete(id);
  }
}

const at = (lng: number, lat: number, coords: Partial<GeolocationCoordinates> = {}) =>
  ({
    timestamp: now + skew,
    coords: { longitude: lng, latitude: lat, accuracy: 8.4, heading: null, speed: null, ...coords },
  }) as GeolocationPosition;
const failure = (code: number) => ({ code }) as GeolocationPositionError;

let device: TestDevice;
let now: number;
/** How far the device's clock is ahead of the server's; milliseconds. */
let skew = 0;
let connected: boolean;
let sent: PositionMessage[];
let sharing: PositionSharing;

const watch = () => {
  const [one] = device.watches.values();
  if (!one) throw new Error("nothing watches");
  return one;
};
const pass = (ms: number) => {
  now += ms;
  sharing.check();
};

beforeEach(() => {
  device = new TestDevice();
  now = Date.parse("2026-10-14T00:42:00.000Z");
  skew = 0;
  connected = true;
  sent = [];
  sharing = new PositionSharing({
    unitId: "KH-1",
    device,
    now: () => now,
    timeOfFix: (stamp) => timeOfFix(stamp, now + skew, -skew),
    send: (message) => {
      if (connected) sent.push(message);
      return connected;
    },
  });
});

describe("sharing a position", () => {
  it("sends nothing before it is started, and asks the device only then", () => {
    sharing.check();
    expect([sharing.state.name, device.watches.size, sent.length]).toEqual(["off", 0, 0]);
    sharing.start();
    expect([sharing.state.name, device.watches.size, sent.length]).toEqual(["asking", 1, 0]);
  });

  it("sends the first reading at once, in the form of the protocol", () => {
    sharing.start();
    watch().answer(at(106, 13.9, { heading: 90, speed: 4.2 }));
    expect(sent).toEqual([
      {
        unitId: "KH-1",
        lng: 106,
        lat: 13.9,
        at: "2026-10-14T00:42:00.000Z",
        headingDeg: 90,
        speedMps: 4.2,
        accuracyM: 8,
      },
    ]);
    expect(positionSchema.parse(sent[0])).toEqual(sent[0]);
    expect(sharing.state).toMatchObject({ name: "on", sentAt: now, fix: { accuracyM: 8 } });
  });

  it("sends no place off the map, such as 0, 0, and says that it has none", () => {
    sharing.start();
    watch().answer(at(0, 0));
    expect([sharing.state.name, sent]).toEqual(["unavailable", []]);
    watch().answer(at(106, 13.9));
    expect([sharing.state.name, sent.length]).toEqual(["on", 1]);
  });

  it.each([0, 7 * 60_000, -12 * 60_000])("T3 a device %i ms ahead sends when the fix was taken", (ahead) => {
    skew = ahead;
    sharing.start();
    watch().answer(at(106, 13.9));
    expect(sent.map((message) => message.at)).toEqual(["2026-10-14T00:42:00.000Z"]);
  });

  it("T3 an old fix keeps its own time, sent or sent again", () => {
    sharing.start();
    watch().answer({ ...at(106, 13.9), timestamp: now - 9 * 60_000 } as GeolocationPosition);
    pass(20_000);
    watch().answer({ ...at(106, 13.9), timestamp: now - 9 * 60_000 - 20_000 } as GeolocationPosition);
    expect(sent.map((message) => message.at)).toEqual([
      "2026-10-14T00:33:00.000Z",
      "2026-10-14T00:33:00.000Z",
    ]);
    expect(sharing.state).toMatchObject({
      name: "on",
      fix: { atMs: Date.parse("2026-10-14T00:33:00.000Z") },
    });
  });

  it("sends at most every two seconds while it moves, and then where it is by then", () => {
    sharing.start();
    watch().answer(at(106, 13.9));
    for (const lng of [106.001, 106.002, 106.003]) {
      now += 500;
      watch().answer(at(lng, 13.9));
    }
    expect(sent.length).toBe(1);
    pass(500);
    expect(sent.map(({ lng }) => lng)).toEqual([106, 106.003]);
  });

  it("does not take the wavering of the device for a move", () => {
    sharing.start();
    watch().answer(at(106, 13.9));
    now += 3_000;
    watch().answer(at(106.00002, 13.9));
    expect(sent.length).toBe(1);
  });

  it("standing still, sends a fresh reading every twenty seconds and never an old one again", () => {
    sharing.start();
    watch().answer(at(106, 13.9));
    const { answer } = watch();
    pass(19_000);
    expect(device.begun).toBe(1);
    pass(1_000);
    pass(1_000);
    answer(at(106.5, 13.9));
    expect([device.begun, device.watches.size, sent.length]).toEqual([2, 1, 1]);
    watch().answer(at(106, 13.9));
    expect(sent.length).toBe(2);
    pass(19_000);
    expect([device.begun, sent.length]).toEqual([2, 2]);
  });

  it("says that there is no signal, sends nothing, and resumes with the next reading", () => {
    sharing.start();
    watch().answer(at(106, 13.9));
    watch().refuse(failure(2));
    expect(sharing.state).toMatchObject({ name: "unavailable", sentAt: now });
    pass(30_000);
    expect(sent.length).toBe(1);
    watch().answer(at(106.01, 13.9));
    expect([sharing.state.name, sent.length]).toEqual(["on", 2]);
  });

  it("does not count as sent what went out without a connection, and sends it after the reconnect", () => {
    connected = false;
    sharing.start();
    watch().answer(at(106, 13.9));
    expect(sharing.state).toEqual({
      name: "on",
      fix: { lng: 106, lat: 13.9, accuracyM: 8, atMs: expect.any(Number) },
    });
    connected = true;
    pass(1_000);
    expect(sent.length).toBe(1);
  });

  it("stopped, stops watching the device and sends nothing, whatever it still answers", () => {
    sharing.start();
    const { answer } = watch();
    answer(at(106, 13.9));
    pass(20_000);
    const again = watch();
    sharing.stop();
    for (const late of [answer, again.answer]) late(at(107, 13.9));
    pass(60_000);
    expect([sharing.state.name, device.watches.size, sent.length]).toEqual(["off", 0, 1]);
  });

  it("tells a refusal from a missing signal, and can be asked again", () => {
    sharing.start();
    watch().refuse(failure(1));
    expect([sharing.state.name, device.watches.size]).toEqual(["denied", 0]);
    sharing.start();
    expect(sharing.state.name).toBe("asking");
  });

  it("says at once that a device without positions has none", () => {
    const without = new PositionSharing({
      unitId: "KH-1",
      device: undefined,
      now: () => now,
      timeOfFix: (stamp) => stamp,
      send: () => true,
    });
    without.start();
    expect(without.state).toEqual({ name: "unavailable" });
  });
});
