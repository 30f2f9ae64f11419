import { describe, expect, it } from "vitest";
import { defaultClockConfig } from "./clock/config";
import { clocksOfSides, defaultSite, settingsOf, siteFileSchema, siteSchema } from "./site";

const settings = (file: unknown, exercise = false) => settingsOf(siteFileSchema.parse(file), exercise);

describe("a site's settings", () => {
  it("are the defaults where the file says nothing, and then name no telephone", () => {
    expect(settings({})).toEqual({ site: defaultSite, trackDays: 30 });
  });

  it("go over the defaults one by one, clocks within their groups too", () => {
    const { site, trackDays } = settings({
      clocks: { read: { danger: 1.5 }, screening: 90 },
      trackDays: 7,
      escalateMinutes: 2,
    });
    expect(site.clocks).toEqual({
      ...defaultClockConfig,
      read: { ...defaultClockConfig.read, danger: 1.5 },
      screening: 90,
    });
    expect([site.escalateMinutes, site.alarmRepeatSeconds, trackDays]).toEqual([
      2,
      defaultSite.alarmRepeatSeconds,
      7,
    ]);
  });

  it("S11 have telephones in the demo that are marked as made up, until the file gives real ones", () => {
    const { site } = settings({ centres: { LA: { name: "Pakse", telephone: "+856 31 1" } } }, true);
    expect(site.exercise).toBe(true);
    expect(site.centres.KH).toMatchObject({ telephone: expect.stringContaining("000"), fictional: true });
    expect(site.centres.LA).toEqual({ name: "Pakse", telephone: "+856 31 1" });
  });

  it("are what the wire's schema accepts, and a file cannot mark a number as fictional", () => {
    expect(siteSchema.parse(settings({}, true).site)).toEqual(settings({}, true).site);
    expect(siteFileSchema.safeParse({ centres: { KH: { fictional: true } } }).success).toBe(false);
  });

  it.each([
    { clocks: { read: { danger: 0 } } },
    { clocks: { screening: Number.POSITIVE_INFINITY } },
    { clocks: { lunch: 60 } },
    { centres: { TH: {} } },
    { centres: { KH: { telephone: "call me" } } },
    { trackDays: 0 },
    { alarmRepeatSeconds: 1.5 },
  ])("refuse %j", (file) => {
    expect(siteFileSchema.safeParse(file).success).toBe(false);
  });
});

describe("both sides' minutes", () => {
  const own = { ...defaultClockConfig, review: 1 };
  const partner = { ...defaultClockConfig, review: 2 };

  it("are the own ones and the partner's as heard", () => {
    expect(clocksOfSides({ clocks: own, partnerClocks: partner }, "KH")).toEqual({ KH: own, LA: partner });
    expect(clocksOfSides({ clocks: own, partnerClocks: partner }, "LA")).toEqual({ KH: partner, LA: own });
  });

  it("are the own ones for both while the partner's were never heard", () => {
    expect(clocksOfSides({ clocks: own }, "LA")).toEqual({ KH: own, LA: own });
  });
});
