import { describe, expect, it } from "vitest";
import type { Account } from "@/domain/actor";
import { commandBodies } from "@/domain/commands";
import type { Task } from "@/domain/task/schema";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "../live/store/store";
import { type Offer, offers } from "./offers";
import { stepCommand } from "./task-actions";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const watch = account("LA", "operator");

function storeOf(stage: Stage, country: Account["country"]): LiveStore {
  const store = new LiveStore();
  store.apply(stage.nodes[country].applied);
  return store;
}

function requestOffers(stage: Stage, user: Account) {
  const store = storeOf(stage, user.country);
  const entity = store.get("requests", request);
  if (!entity) throw new Error("the request is not there");
  return offers("request", { entity, user, store });
}

/** Names in order; what is pending is starred, what is denied says why. */
const inWords = ({ name, isPending, denial }: Offer<string>): string =>
  `${name}${isPending ? "*" : ""}${denial ? ` ${denial}` : ""}`;
const offered = (stage: Stage, user: Account) => requestOffers(stage, user).map(inWords);

const asked = (body: object = {}) =>
  new Stage()
    .released()
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit)
    .do(
      khmer,
      "request.make",
      { incidentId: subject, action: "patrol", urgency: "urgent", ...body },
      request,
    );

describe("the actions on a request", () => {
  it("are each side's and each role's own, what is pending first", () => {
    const stage = asked();
    expect(offered(stage, lao)).toEqual(["accept*", "read*", "counter", "decline"]);
    expect(offered(stage, watch)).toEqual(["read*"]);
    expect(offered(stage, khmer)).toEqual(["withdraw"]);
    expect(offered(stage, account("KH", "auditor"))).toEqual([]);
  });

  it("follow the next move to the asking side and back", () => {
    const stage = asked().do(lao, "request.counter", { action: "watch" }, request);
    expect(offered(stage, lao)).toEqual([]);
    expect(offered(stage, khmer)).toEqual(["acceptCounter*", "refuseCounter", "withdraw"]);
    stage.do(khmer, "request.accept-counter", {}, request);
    expect(offered(stage, lao)).toEqual(["assign*", "complete"]);
    expect(offered(stage, khmer)).toEqual(["withdraw"]);
  });

  it("say why a handover is not completed before both sides have confirmed it", () => {
    const handover = {
      of: "evidence",
      place: flood.place,
      at: "2026-10-14T00:30:00.000Z",
      receivingDesk: "KH-BLO-1",
    };
    const stage = asked({ action: "handover", handover }).do(lao, "request.accept", {}, request);
    expect(offered(stage, watch)).toEqual(["confirm*"]);
    expect(offered(stage, lao)).toEqual(["confirm*", "assign", "complete not-confirmed"]);
    stage.do(watch, "request.confirm", {}, request).do(khmer, "request.confirm", {}, request);
    expect(offered(stage, lao)).toEqual(["complete*", "assign"]);
  });

  it("leave only the task to cancel after a withdrawal, and that on its own side", () => {
    const stage = asked()
      .do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request)
      .do(khmer, "request.withdraw", { reason: "found" }, request);
    expect(requestOffers(stage, lao)).toMatchObject([
      { name: "cancelTask", type: "task.cancel", subject: task, isPending: true },
    ]);
    expect(offered(stage, khmer)).toEqual([]);
  });
});

describe("accepting a request", () => {
  it("opens a form where a unit may be sent, and goes out at once where none is needed", () => {
    const accept = (action: string) =>
      requestOffers(asked({ action }), lao).find(({ name }) => name === "accept");
    expect(accept("patrol")).not.toHaveProperty("immediate");
    expect(accept("liaison-meeting")).toMatchObject({
      immediate: { type: "request.accept", subject: request, body: {} },
    });
  });
});

describe("asking the partner", () => {
  it("is refused before the release, with what to do first", () => {
    const national = new Stage().do(account("KH", "officer"), "incident.report", flood, otherSubject);
    const entity = national.incident("KH", otherSubject);
    const before = offers("incident", { entity, user: khmer, store: storeOf(national, "KH") });
    expect(before.find(({ name }) => name === "ask")).toMatchObject({ denial: "not-released" });
    const released = new Stage().released();
    const after = offers("incident", {
      entity: released.incident("LA"),
      user: lao,
      store: storeOf(released, "LA"),
    });
    expect(after.find(({ name }) => name === "ask")).not.toHaveProperty("denial");
    expect(after.map(({ name }) => name)).toContain("propose");
    expect(after.map(({ name }) => name)).not.toContain("offerTransfer");
  });
});

describe("the actions on a task", () => {
  const taskOffers = (stage: Stage, user: Account) => {
    const store = storeOf(stage, user.country);
    const entity = store.get("tasks", task);
    if (!entity) throw new Error("the task is not there");
    return offers("task", { entity, user, store });
  };
  const stage = asked().do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request);

  it("are the next step and what may interrupt it, for its own side only", () => {
    expect(taskOffers(stage, lao).map(inWords)).toEqual(["acknowledge", "reassign", "decline", "cancel"]);
    expect(taskOffers(stage, khmer)).toEqual([]);
  });

  it("move on with the task; only completing it opens a form", () => {
    stage.do(lao, "task.acknowledge", {}, task);
    const [step] = taskOffers(stage, lao);
    expect(step).toMatchObject({ name: "setOut", immediate: { body: { to: "en_route" } } });
    stage.do(lao, "task.advance", { to: "en_route" }, task).do(lao, "task.advance", { to: "on_scene" }, task);
    const [last] = taskOffers(stage, lao);
    expect(last?.name).toBe("complete");
    expect(last).not.toHaveProperty("immediate");
  });

  it("leave nothing of a task that was cancelled", () => {
    stage.do(lao, "task.cancel", { reason: "called off" }, task);
    expect(taskOffers(stage, lao)).toEqual([]);
  });
});

describe("the step of a task as a command", () => {
  const minute = (value: number) => `2026-10-14T00:${String(value).padStart(2, "0")}:00.000Z`;
  const taskIn = (status: Task["status"]): Task => ({
    id: task,
    incidentId: subject,
    unitId: unit,
    unit: { callsign: "STR-21", kind: "patrol" },
    country: "KH",
    action: "watch",
    status,
    times: { assigned: minute(10) },
  });

  it.each([
    ["assigned", "task.acknowledge", {}],
    ["acknowledged", "task.advance", { to: "en_route" }],
    ["en_route", "task.advance", { to: "on_scene" }],
    ["on_scene", "task.advance", { to: "completed" }],
  ] as const)("from %s is %s", (status, type, body) => {
    const command = stepCommand(taskIn(status));
    expect(command).toEqual({ type, body });
    if (command) expect(commandBodies[command.type].parse(command.body)).toEqual(body);
  });

  it.each(["completed", "declined", "cancelled"] as const)("from %s there is none", (status) => {
    expect(stepCommand(taskIn(status))).toBeNull();
  });

  it("takes a time with every step, a result only with the last", () => {
    const details = { happenedAt: minute(25), result: " nothing found " };
    expect(stepCommand(taskIn("en_route"), details)?.body).toEqual({
      to: "on_scene",
      happenedAt: minute(25),
    });
    expect(stepCommand(taskIn("on_scene"), details)?.body).toEqual({
      to: "completed",
      result: "nothing found",
      happenedAt: minute(25),
    });
  });
});

describe("what a protection flag forbids", () => {
  it("U4 is offered to nobody, while what it does not forbid is", () => {
    const stage = new Stage()
      .do(account("KH", "officer"), "incident.report", { ...flood, protection: true })
      .do(account("KH", "operator"), "release.request");
    const names = (user: Account) =>
      offers("incident", { entity: stage.incident("KH"), user, store: storeOf(stage, "KH") }).map(inWords);
    expect(names(khmer)).toContain("refuse");
    expect(names(khmer).filter((name) => name.startsWith("approve"))).toEqual([]);
    stage.do(account("KH", "protection"), "protection.clear", { reason: "safe" });
    expect(names(khmer)).toContain("approve");
  });
});
