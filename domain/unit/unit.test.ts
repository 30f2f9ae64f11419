import { describe, expect, it } from "vitest";
import { account, outcomeOf, Stage } from "@/tests/support/given";

const unit = "KH-00000000-0000-4000-8000-0000000000aa";
const commander = account("KH", "commander");
const crew = { ...account("KH", "officer"), unitId: unit };
const patrol = { callsign: "STR-21", kind: "patrol" };

const registered = () => new Stage().do(commander, "unit.register", patrol, unit);
const unitOf = (stage: Stage) => stage.nodes.KH.fold.picture.units.get(unit);

describe("a unit", () => {
  it("S12 is national: the partner's picture holds none", () => {
    const stage = registered().do(crew, "duty.start", {}, unit);
    expect(unitOf(stage)).toMatchObject({ ...patrol, country: "KH", status: "available" });
    expect(stage.nodes.LA.fold.picture.units.size).toBe(0);
    expect(stage.nodes.KH.own.map(({ stream }) => stream)).toEqual(["KH.national", "KH.national"]);
  });

  it("is registered once, under a subject of its own country", () => {
    const stage = registered();
    expect(outcomeOf(stage.run(commander, "unit.register", patrol, unit))).toBe("subject-taken");
    expect(outcomeOf(stage.run(commander, "unit.register", patrol, unit.replace("KH", "LA")))).toBe(
      "foreign-subject",
    );
  });

  it("is registered by a commander or an administrator, who changes nothing else of it", () => {
    const admin = { ...commander, role: "admin" as const };
    const stage = new Stage().do(admin, "unit.register", patrol, unit);
    expect(outcomeOf(stage.run(admin, "unit.status", { status: "busy" }, unit))).toBe("role-may-not");
    expect(outcomeOf(stage.run(account("KH", "operator"), "unit.register", patrol, unit))).toBe(
      "role-may-not",
    );
  });
});

describe("the status of a unit", () => {
  const set = (stage: Stage, status: string, who = commander) =>
    outcomeOf(stage.run(who, "unit.status", { status }, unit));

  it("is set by hand to what is not derived from tasks", () => {
    const stage = registered();
    expect(set(stage, "available")).toBe("nothing-to-change");
    for (const status of ["busy", "out_of_service", "available"]) expect(set(stage, status)).toBe("accepted");
    for (const status of ["assigned", "en_route", "on_scene"]) expect(set(stage, status)).toBe("bad-form");
  });

  it("is its own crew's and its commanders' to set", () => {
    const stage = registered();
    const other = { ...account("KH", "officer", 2), unitId: unit.replace(/aa$/, "ab") };
    expect(set(stage, "busy", other)).toBe("role-may-not");
    expect(set(stage, "busy", crew)).toBe("accepted");
    expect(set(stage, "available", account("LA", "commander"))).toBe("not-there");
  });
});

describe("duty", () => {
  it("begins and ends, neither twice, and names since when and by which desk", () => {
    const stage = registered();
    expect(outcomeOf(stage.run(crew, "duty.end", {}, unit))).toBe("nothing-to-change");
    stage.do(crew, "duty.start", {}, unit);
    expect(unitOf(stage)?.duty).toEqual({ since: expect.any(String), desk: crew.desk });
    expect(outcomeOf(stage.run(crew, "duty.start", {}, unit))).toBe("nothing-to-change");
    stage.do(crew, "duty.end", {}, unit);
    expect(unitOf(stage)).not.toHaveProperty("duty");
  });
});
