/** Three rounds of the exercise in virtual time: every call of a centre is counted, and listed in the report. */
import { describe, expect, it } from "vitest";
import { roundMinutes } from "@/server/exercise/scenario";
import { Stage } from "@/tests/support/exercise";
import { expectedTakeovers } from "./expected";
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
