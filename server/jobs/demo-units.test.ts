import { v4 } from "uuid";
import { describe, expect, it } from "vitest";
import { systemAccount } from "@/db/seed/accounts";
import { demoUnitId, demoUnits } from "@/db/seed/units";
import { MemoryLog } from "@/db/testing/memory-log";
import { streams } from "@/domain/envelope";
import { evolve } from "@/domain/picture";
import { countries } from "@/domain/vocabulary";
import { CountryView } from "../feed/country-view";
import { account, pipelineOn } from "../testing/given";
import { registerDemoUnits } from "./demo-units";

const secret = "only for this test, of no use to anyone";

/** A process started on a log: its pipeline, and the units on duty in what it folds. */
async function startOn(log: MemoryLog) {
  const pipeline = pipelineOn(log);
  await pipeline.warmUp();
  const viewsNow = async () => {
    const events = await log.readAfter({}, streams);
    return new Map(
      countries.map((country) => {
        const view = new CountryView(country, evolve);
        view.apply(events);
        return [country, view] as const;
      }),
    );
  };
  const systemAccounts = new Map(countries.map((country) => [country, systemAccount(country, secret)]));
  await registerDemoUnits({ pipeline, systemAccounts, views: await viewsNow() });
  const onDuty = async () =>
    [...(await viewsNow()).values()]
      .flatMap(({ picture }) => [...picture.units.values()])
      .filter(({ duty }) => duty)
      .map(({ callsign }) => callsign)
      .sort();
  return { pipeline, onDuty };
}

describe("the demo's units", () => {
  it("start on duty except a few, and stay off duty after a restart when taken off", async () => {
    const log = new MemoryLog();
    const { pipeline, onDuty } = await startOn(log);
    const wanted = demoUnits.filter((unit) => unit.onDuty).map(({ callsign }) => callsign);
    expect(await onDuty()).toEqual(wanted.sort());
    expect(wanted.length).toBeLessThan(demoUnits.length);
    const command = { id: v4(), type: "duty.end", subject: demoUnitId("STR-21"), body: {} };
    expect(await pipeline.submit(command, account("KH", "commander"))).toMatchObject({ ok: true });
    const before = (await log.readAfter({}, streams)).length;
    const again = await startOn(log);
    expect(await again.onDuty()).toEqual(wanted.filter((callsign) => callsign !== "STR-21"));
    expect(await log.readAfter({}, streams)).toHaveLength(before);
  });

  it("may be assigned by their commander while off duty", async () => {
    const { pipeline } = await startOn(new MemoryLog());
    const commander = account("KH", "commander");
    const incident = `KH-${v4()}`;
    const report = { kind: "flood", impact: "high", place: { lng: 106, lat: 13.9 } };
    const body = { ...report, occurredAt: "2026-11-01T00:00:00.000Z" };
    await pipeline.submit({ id: v4(), type: "incident.report", subject: incident, body }, commander);
    const order = { incidentId: incident, unitId: demoUnitId("RAT-09"), action: "rescue" };
    const sent = { id: v4(), type: "task.assign", subject: `KH-${v4()}`, body: order };
    expect(await pipeline.submit(sent, commander)).toMatchObject({ ok: true });
  });
});
