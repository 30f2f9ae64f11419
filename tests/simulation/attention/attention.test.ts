/** Three rounds of the exercise in virtual time: every call of a centre is counted, and listed in the report. */
import { describe, expect, it } from "vitest";
import { countries, partnerOf } from "@/domain/vocabulary";
import { roundMinutes } from "@/server/exercise/scenario";
import { Stage } from "@/tests/support/exercise";
import { expectedBanners, expectedTakeovers } from "./expected";
import { type Call, Watch } from "./watch";

const rounds = 3;

function timesOf(calls: readonly Call[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { key } of calls) times[key] = (times[key] ?? 0) + 1;
  return times;
}

describe("three rounds of the exercise", () => {
  const stage = new Stage();
  const watch = new Watch();
  stage.run(rounds * roundMinutes, () => watch.look(stage));
  console.log(watch.report());

  it("K5 takes over each centre's screens for all that is grave there, once, and for nothing else", () => {
    const shown = watch.of("takeover").map(({ country, key }) => `${country} ${key}`);
    expect(shown.sort()).toEqual(expectedTakeovers(stage.sent).sort());
    expect(shown.length).toBeGreaterThan(20);
  });

  it("K10 tells each centre once of all that comes back to it", () => {
    const told = watch.of("banner").map(({ country, key }) => `${country} ${key}`);
    expect(new Set(told).size).toBe(told.length);
    const expected = countries.flatMap((country) => {
      const { own } = stage.world.nodes[country];
      return expectedBanners(stage.world.jointOf(partnerOf(country)), own, country);
    });
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.filter((one) => !told.includes(one))).toEqual([]);
  });

  it("tells each centre once of every report of its own and of every release, but where it takes over", () => {
    const told = watch.of("banner").filter(({ what }) => what === "new" || what === "released");
    const taken = expectedTakeovers(stage.sent).filter((one) => one.includes(" incident "));
    const reports = stage.sent.filter(({ type }) => type === "incident.report");
    const releases = stage.sent.filter(({ type }) => /^release\.(approve|urgent)$/.test(type));
    expect(told.length).toBe(reports.length + releases.length - taken.length);
  });

  it("K3 sounds no alarm twice", () => {
    const alarms = watch.of("alarm");
    expect(alarms.length).toBeGreaterThan(2);
    expect(Object.entries(timesOf(alarms)).filter(([, times]) => times > 1)).toEqual([]);
  });

  it("ends every call within the time that its desk takes in the script", () => {
    const long = watch.calls.filter(({ from, to = stage.script }) => to - from > 40);
    expect(long).toEqual([]);
  });
});
