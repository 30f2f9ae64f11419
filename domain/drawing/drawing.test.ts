import { describe, expect, it } from "vitest";
import { account, atStart, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import type { Country } from "../vocabulary";

const drawing = "KH-00000000-0000-4000-8000-0000000000dd";
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const ring = [
  [106, 13.9],
  [106.1, 13.9],
  [106.1, 14],
  [106, 13.9],
];
const area = { shape: "area", geometry: { type: "Polygon", coordinates: [ring] }, label: "Search here" };
const point = { shape: "point", geometry: { type: "Point", coordinates: [106, 13.9] } };

const heldBy = (stage: Stage, country: Country) => stage.nodes[country].fold.picture.drawings.get(drawing);
const put = (stage: Stage, body: object, who = commander) =>
  stage.run(who, "drawing.put", { ...area, ...body }, drawing);

describe("W2 a drawing", () => {
  it("is national unless it is said to be joint", () => {
    const stage = new Stage().do(operator, "drawing.put", area, drawing);
    expect(heldBy(stage, "KH")).toMatchObject({ owner: "KH", desk: operator.desk, ...area });
    expect(heldBy(stage, "LA")).toBeUndefined();
  });

  it("is joint by a commander alone, from the first put to the last", () => {
    const stage = new Stage();
    expect(outcomeOf(put(stage, { audience: "joint" }, operator))).toBe("role-may-not");
    expect(outcomeOf(put(stage, { audience: "joint" }))).toBe("accepted");
    expect(heldBy(stage, "LA")).toEqual(heldBy(stage, "KH"));
    expect(outcomeOf(put(stage, {}))).toBe("wrong-sharing");
    expect(outcomeOf(stage.run(operator, "drawing.remove", {}, drawing))).toBe("role-may-not");
    stage.do(commander, "drawing.remove", {}, drawing);
    expect(heldBy(stage, "LA")).toBeUndefined();
  });

  it("A3 that is joint is never about an incident that has not crossed", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
    const about = { audience: "joint", incidentId: subject };
    expect(put(stage, about)).toEqual({
      ok: false,
      denial: { reason: "not-released", path: "body.incidentId" },
    });
    stage.do(operator, "release.request").do(commander, "release.approve");
    expect(outcomeOf(put(stage, about))).toBe("accepted");
  });

  it("is about an incident that is there, if about one", () => {
    expect(outcomeOf(put(new Stage(), { incidentId: subject }))).toBe("bad-target");
  });
});

describe("who draws", () => {
  it("is its owner: the partner neither changes nor removes it, nor makes one in the owner's name", () => {
    const stage = new Stage().do(commander, "drawing.put", { ...area, audience: "joint" }, drawing);
    const lao = account("LA", "commander");
    expect(outcomeOf(put(stage, { audience: "joint" }, lao))).toBe("not-the-owner");
    expect(outcomeOf(stage.run(lao, "drawing.remove", {}, drawing))).toBe("not-the-owner");
    expect(outcomeOf(put(new Stage(), {}, lao))).toBe("foreign-subject");
  });

  it("puts it again in place, and never again once it is removed", () => {
    const stage = new Stage().do(operator, "drawing.put", area, drawing);
    stage.do(operator, "drawing.put", { ...point, label: "Here" }, drawing);
    expect(heldBy(stage, "KH")).toMatchObject({ ...point, label: "Here" });
    stage.do(operator, "drawing.remove", {}, drawing);
    expect(outcomeOf(stage.run(operator, "drawing.remove", {}, drawing))).toBe("not-there");
    expect(outcomeOf(put(stage, {}, operator))).toBe("subject-taken");
  });
});

describe("S9 a drawing whose time has come", () => {
  const expiresAt = new Date(Date.parse(atStart) + 2 * 60_000).toISOString();
  const system = account("KH", "system");

  it("is taken away by the system, a joint one on both sides, and not a moment earlier", () => {
    for (const audience of ["national", "joint"] as const) {
      const stage = new Stage().do(commander, "drawing.put", { ...area, audience, expiresAt }, drawing);
      const removed = () => outcomeOf(stage.run(system, "drawing.remove", {}, drawing));
      stage.do(account("LA", "officer"), "incident.report", flood, "LA-00000000-0000-4000-8000-000000000001");
      expect(removed()).toBe("accepted");
      expect([heldBy(stage, "KH"), heldBy(stage, "LA")]).toEqual([undefined, undefined]);
      const early = new Stage().do(commander, "drawing.put", { ...area, audience }, drawing);
      expect(outcomeOf(early.run(system, "drawing.remove", {}, drawing))).toBe("wrong-status");
    }
  });

  it("stays when somebody prolonged it meanwhile", () => {
    const stage = new Stage().do(commander, "drawing.put", { ...area, expiresAt }, drawing);
    stage.do(operator, "drawing.put", { ...area, expiresAt: undefined }, drawing);
    expect(outcomeOf(stage.run(system, "drawing.remove", {}, drawing))).toBe("wrong-status");
    expect(heldBy(stage, "KH")).toBeDefined();
  });

  it("is not the partner's system's to take away", () => {
    const stage = new Stage().do(
      commander,
      "drawing.put",
      { ...area, audience: "joint", expiresAt },
      drawing,
    );
    expect(outcomeOf(stage.run(account("LA", "system"), "drawing.remove", {}, drawing))).toBe(
      "not-the-owner",
    );
  });
});

it.each<[string, object, string]>([
  ["a shape with another's geometry", { shape: "line" }, "body.geometry.type"],
  ["a label without a text", { ...point, shape: "label", label: undefined }, "body.label"],
  ["a fence around a point", { ...point, fence: ["enter"] }, "body.fence"],
  [
    "an open ring",
    { geometry: { type: "Polygon", coordinates: [[...ring.slice(0, 3), [105, 13]]] } },
    "body.geometry.coordinates.0",
  ],
  [
    "a point outside the map",
    { ...point, geometry: { type: "Point", coordinates: [10, 13.9] } },
    "body.geometry.coordinates.0",
  ],
])("C6 %s is refused with its path", (_, body, path) => {
  expect(put(new Stage(), body)).toEqual({ ok: false, denial: { reason: "bad-form", path } });
});
