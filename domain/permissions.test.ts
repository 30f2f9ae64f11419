import { describe, expect, it, test } from "vitest";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import { type CommandType, commandBodies, isCommandType } from "./commands";
import { authorise, roleMay, rules } from "./permissions";
import { type Role, roles } from "./vocabulary";

const types = Object.keys(commandBodies).filter(isCommandType);
const list = (text: string) => text.split(/\s+/).sort();

/** What each role may give at all, written from the roles' work and not from the table under test. */
const reports = `incident.report incident.revise message.post message.read`;
const desk = `incident.take incident.verify incident.close incident.reopen incident.merge incident.link
  incident.acknowledge incident.attend incident.assess incident.note entry.strike release.request release.urgent
  release.acknowledge-recall proposal.make proposal.accept proposal.decline request.acknowledge request.confirm
  alarm.acknowledge clock.pause clock.resume drawing.put drawing.remove`;
const crew = `task.acknowledge task.advance task.decline unit.status duty.start duty.end`;
const command = `release.approve release.refuse release.review release.recall transfer.offer transfer.accept
  transfer.decline transfer.complete task.assign task.cancel task.reassign request.make request.withdraw
  request.accept request.decline request.counter request.accept-counter request.refuse-counter request.complete
  unit.register`;
const upkeep = `incident.archive incident.expire proposal.archive task.archive request.archive message.archive
  clock.archive drawing.remove unit.register duty.start`;
const may: Record<Role, string> = {
  officer: `${reports} ${crew}`,
  operator: `${reports} ${desk}`,
  commander: `${reports} ${desk} ${crew} ${command}`,
  protection: "protection.clear",
  auditor: "",
  admin: "unit.register",
  display: "",
  system: upkeep,
};

describe("C3 the table of roles", () => {
  it.each(roles)("gives %s these commands and no other", (role) => {
    expect(types.filter((type) => roleMay(role, type)).sort()).toEqual(may[role] ? list(may[role]) : []);
  });

  it("has a rule for every command, and every command is somebody's", () => {
    expect(Object.keys(rules).sort()).toEqual([...types].sort());
    expect(types.filter((type) => rules[type].roles.length === 0)).toEqual([]);
  });
});

const { view } = new Stage().released().nodes.KH;
const given = (type: CommandType, on: string) =>
  // What a command says does not count here: it is refused before.
  ({ id: "1", type, subject: on, body: { incidentId: on, changes: {} } }) as unknown as Parameters<
    typeof authorise
  >[1];
const absent = subject.replace(/1$/, "9");

describe("A8 C3 before it shows whether the subject exists", () => {
  it.each(types)("%s is refused to a role that may not give it, of anything", (type) => {
    for (const role of roles.filter((each) => !roleMay(each, type))) {
      const who = { ...account("KH", "operator"), role };
      for (const on of [subject, absent]) {
        expect(authorise(view, given(type, on), who)).toEqual({ reason: "role-may-not" });
      }
    }
  });

  const about = types.filter((type) => !["create", "drawing"].includes(rules[type].side));
  it.each(about)("%s of what is not there is of nothing, for every role that may give it", (type) => {
    for (const role of rules[type].roles) {
      const who = { ...account("KH", "operator"), role, unitId: absent };
      expect(authorise(view, given(type, absent), who)).toEqual({ reason: "not-there", path: "subject" });
    }
  });
});

describe("what is created", () => {
  const created = types.filter((type) => rules[type].side === "create");

  it.each(created)("L7 by %s has a subject that begins with its maker's country", (type) => {
    const who = { ...account("LA", "commander") };
    expect(authorise(view, given(type, absent), who)).toEqual({ reason: "foreign-subject", path: "subject" });
  });
});

describe("W3 the side of a country", () => {
  const reason = { reason: "as agreed" };

  test("the owner works on an incident, the partner does not", () => {
    const stage = new Stage().released();
    for (const type of ["incident.take", "incident.verify", "release.request", "transfer.complete"]) {
      expect(outcomeOf(stage.run(account("LA", "commander"), type))).toBe("not-the-owner");
    }
    expect(outcomeOf(stage.run(account("LA", "commander"), "release.recall", reason))).toBe(
      "not-the-originator",
    );
  });

  test("handling and recall stay with the originator after a transfer, the rest passes to the new owner", () => {
    const [khmer, lao] = [account("KH", "commander"), account("LA", "commander")];
    const stage = new Stage()
      .released()
      .do(khmer, "transfer.offer", reason)
      .do(lao, "transfer.accept")
      .do(khmer, "transfer.complete");
    const revise = (who: typeof khmer, changes: object) =>
      outcomeOf(stage.run(who, "incident.revise", { changes }));
    expect(revise(khmer, { impact: "low" })).toBe("not-the-owner");
    expect(revise(lao, { handling: "H2" })).toBe("not-the-originator");
    expect(revise(lao, { impact: "low" })).toBe("accepted");
    expect(revise(khmer, { handling: "H2" })).toBe("accepted");
    expect(outcomeOf(stage.run(lao, "release.recall", reason))).toBe("not-the-originator");
    expect(outcomeOf(stage.run(khmer, "release.recall", reason))).toBe("accepted");
  });

  test("A8 reopening what this country archived is told apart; what the partner archived is not there", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
    stage.do(account("KH", "operator"), "incident.close", { outcome: "resolved" });
    stage.do(account("KH", "system"), "incident.archive");
    expect(outcomeOf(stage.run(account("KH", "operator"), "incident.reopen", reason))).toBe("archived");
    expect(outcomeOf(stage.run(account("LA", "operator"), "incident.reopen", reason))).toBe("not-there");
  });
});
