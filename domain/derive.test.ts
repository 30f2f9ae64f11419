import { describe, expect, it } from "vitest";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { effectiveStatus, effectiveUnitStatus, fromWire, nationalStatus, toWire } from "./derive";
import { isIncident } from "./incident/schema";

const unit = "KH-00000000-0000-4000-8000-0000000000aa";
const task = "KH-00000000-0000-4000-8000-0000000000bb";
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const order = { incidentId: subject, unitId: unit, action: "patrol" };

const withUnit = (stage: Stage) =>
  stage.do(commander, "unit.register", { callsign: "STR-21", kind: "boat" }, unit);
const reported = () => withUnit(new Stage().do(account("KH", "officer"), "incident.report", flood));
const released = () => withUnit(new Stage().released());
const pictureOf = (stage: Stage) => stage.nodes.KH.fold.picture;
const statusesOf = (stage: Stage) => {
  const tasks = [...pictureOf(stage).tasks.values()];
  const incident = stage.incident("KH");
  return {
    both: effectiveStatus(incident, tasks),
    own: nationalStatus(incident, tasks),
    stored: incident.status,
  };
};

describe("D5 an incident is responding", () => {
  it("while a task on it is live, and is stored as it was", () => {
    const stage = reported().do(operator, "incident.verify").do(commander, "task.assign", order, task);
    expect(statusesOf(stage)).toEqual({ both: "responding", own: "responding", stored: "verified" });
    stage.do(commander, "task.cancel", { reason: "not needed" }, task);
    expect(statusesOf(stage)).toEqual({ both: "verified", own: "verified", stored: "verified" });
  });

  it("for both sides by a shared task alone, once it is released", () => {
    const stage = released().do(commander, "task.assign", order, task);
    expect(statusesOf(stage)).toMatchObject({ both: "reported", own: "responding" });
    stage.do(commander, "task.assign", { ...order, shared: true }, task.replace(/bb$/, "bc"));
    expect(statusesOf(stage)).toMatchObject({ both: "responding", own: "responding" });
  });

  it("no more once it is closed, whatever is still under way", () => {
    const lao = account("LA", "commander");
    const [theirUnit, theirTask] = [unit.replace("KH", "LA"), task.replace("KH", "LA")];
    const stage = released()
      .do(lao, "unit.register", { callsign: "CHA-07", kind: "boat" }, theirUnit)
      .do(lao, "task.assign", { ...order, unitId: theirUnit, shared: true }, theirTask)
      .do(operator, "incident.close", { outcome: "resolved" });
    expect(statusesOf(stage)).toMatchObject({ both: "closed", own: "closed" });
  });
});

describe("D5 a unit's status", () => {
  it("follows from its live tasks, else it is what was set by hand", () => {
    const stage = reported().do(commander, "unit.status", { status: "busy" }, unit);
    const stored = pictureOf(stage).units.get(unit);
    if (!stored) throw new Error("the unit is there");
    expect(effectiveUnitStatus(stored, [])).toBe("busy");
    stage.do(commander, "task.assign", order, task);
    expect(effectiveUnitStatus(stored, [...pictureOf(stage).tasks.values()])).toBe("assigned");
    expect(effectiveUnitStatus({ ...stored, status: "on_scene", stated: "busy" }, [])).toBe("busy");
  });
});

describe("D5 a snapshot", () => {
  const stage = released()
    .do(commander, "unit.status", { status: "busy" }, unit)
    .do(commander, "task.assign", order, task)
    .do(
      operator,
      "drawing.put",
      { shape: "point", geometry: { type: "Point", coordinates: [106, 14] } },
      task.replace(/bb$/, "dd"),
    );
  const picture = pictureOf(stage);

  it("carries what follows from live tasks, beside what is stored", () => {
    const wire = toWire(picture);
    expect(wire.units[0]).toMatchObject({ status: "assigned", stated: "busy" });
    const [incident] = wire.incidents.filter(isIncident);
    expect(incident).toMatchObject({ status: "reported", national: { status: "responding" } });
  });

  it("gives the stored picture back: the same fold goes on from it", () => {
    expect(fromWire(JSON.parse(JSON.stringify(toWire(picture))))).toEqual(picture);
  });

  it("names every collection", () => {
    expect(Object.keys(toWire(picture))).toEqual(Object.keys(picture));
  });
});
