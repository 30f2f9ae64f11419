import { describe, expect, it } from "vitest";
import { crossings, elsewhere, emptyHandover, toHandover } from "./handover-draft";

/** 07:42 at UTC+7. */
const now = Date.parse("2026-10-14T00:42:00.000Z");
const draft = { ...emptyHandover, time: "14:30", desk: " KH-BLO-1 " };

describe("a handover being written", () => {
  it("takes place at a crossing of the line, the next time the clock shows its time", () => {
    const [crossing] = crossings;
    expect(toHandover(draft, "en", now)).toEqual({
      of: "persons",
      place: { lng: crossing?.position.lng, lat: crossing?.position.lat, accuracyM: 1_000 },
      at: "2026-10-14T07:30:00.000Z",
      receivingDesk: "KH-BLO-1",
    });
    expect(toHandover({ ...draft, time: "07:00" }, "en", now)?.at).toBe("2026-10-15T00:00:00.000Z");
  });

  it("takes a typed place too", () => {
    const typed = { ...draft, where: elsewhere, placeText: "13.95 105.96" };
    expect(toHandover(typed, "lo", now)?.place).toEqual({ lng: 105.96, lat: 13.95 });
  });

  it.each([{ time: "25:00" }, { desk: " " }, { where: elsewhere, placeText: "nowhere at all" }])(
    "is not complete with %o",
    (part) => expect(toHandover({ ...draft, ...part }, "en", now)).toBeUndefined(),
  );
});
