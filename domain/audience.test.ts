import { describe, expect, it, test } from "vitest";
import { account, flood, Stage, subject, victims } from "@/tests/support/given";
import {
  audienceFor,
  digestKindOf,
  eventFor,
  isOwn,
  isWithheld,
  pictureFor,
  streamsVisible,
  withhold,
} from "./audience";
import type { FullEvent } from "./events";
import { coarsen } from "./place";
import { audienceViews } from "./slices";
import { type Role, roles } from "./vocabulary";

const desks: readonly Role[] = ["operator", "commander", "protection", "auditor", "system"];
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "operator");
const unit = "KH-00000000-0000-4000-8000-0000000000aa";
const message = "KH-00000000-0000-4000-8000-0000000000cc";
const text = { text: { text: "for desks", lang: "en" } };

test("A1 only a desk role at a desk screen is shown all; the stricter of role and screen decides", () => {
  for (const role of roles.filter((each) => each !== "admin")) {
    for (const screen of ["wall", "command", "field", "report"] as const) {
      const full = desks.includes(role) && screen === "command";
      expect(audienceFor(role, screen), `${role} at ${screen}`).toBe(full ? "full" : "redacted");
    }
  }
});

test("A1 an administrator is shown units alone, whatever the screen", () => {
  for (const screen of ["wall", "command", "field", "report"] as const) {
    expect(audienceFor("admin", screen)).toBe("admin");
  }
});

/** A released incident with victims, a unit, and a message of free text; a second incident that is national. */
const played = () =>
  new Stage()
    .released(victims)
    .do(commander, "unit.register", { callsign: "STR-21", kind: "boat" }, unit)
    .do(operator, "message.post", text, message)
    .do(account("KH", "officer"), "incident.report", flood, subject.replace(/1$/, "2"));

describe("the picture of a view", () => {
  const { picture } = played().nodes.KH.fold;
  const sizes = (view: (typeof audienceViews)[number]) => {
    const { incidents, units, messages } = pictureFor(view, picture);
    return [incidents.size, units.size, messages.size];
  };

  it("A4 A7 holds all for desks and walls, units alone for administrators, nothing national for a joint display", () => {
    expect(sizes("full")).toEqual([2, 1, 1]);
    expect(sizes("redacted")).toEqual([2, 1, 1]);
    expect(sizes("admin")).toEqual([0, 1, 0]);
    expect(sizes("joint")).toEqual([1, 0, 1]);
  });

  it("A10 is the picture itself for a desk: an entity that is shown whole is not copied", () => {
    const full = pictureFor("full", picture);
    for (const [id, entity] of picture.incidents) expect(full.incidents.get(id)).toBe(entity);
  });

  it("A2 gives the same redacted entity each time", () => {
    const [once, again] = [pictureFor("redacted", picture), pictureFor("redacted", picture)];
    expect(again.incidents.get(subject)).toBe(once.incidents.get(subject));
  });

  it("S6 shows walls victims as a cell and not as people", () => {
    const shown = pictureFor("redacted", picture).incidents.get(subject);
    expect(shown).not.toHaveProperty("people");
    expect(shown).not.toHaveProperty("national");
    expect(shown).toMatchObject({ place: coarsen({ ...victims.place, province: "KH-19" }) });
  });
});

describe("an event for a view", () => {
  const { applied, fold } = played().nodes.KH;
  const posted = applied.find(({ type }) => type === "message.posted");
  const shownTo = (view: "redacted" | "joint" | "admin") =>
    posted && eventFor(view, posted, "messages", fold.picture.messages.get(message));

  it("A2 has its header, and in place of what was said the entity as the view may see it", () => {
    const shown = shownTo("redacted");
    expect(shown).toMatchObject({ type: "message.posted", redacted: true, body: { after: { id: message } } });
    expect(shown?.hash).toBe(posted?.hash);
    expect(JSON.stringify(shown)).not.toMatch(/salt|for desks/);
  });

  it("A4 carries nothing to an administrator but of a unit", () => {
    expect(shownTo("admin")?.body).toEqual({ after: null });
  });

  it("says that an entity is gone", () => {
    expect(posted && eventFor("redacted", posted, "messages", undefined).body).toEqual({ after: null });
  });
});

test("A7 a joint display is sent the joint streams alone, every other view the own national one too", () => {
  for (const view of audienceViews) {
    const joint = ["KH.joint", "LA.joint"];
    expect(streamsVisible("KH", view)).toEqual(view === "joint" ? joint : [...joint, "KH.national"]);
  }
});

test("D3 screens that hold redacted entities are compared by the redacted digest", () => {
  const kinds = Object.fromEntries(audienceViews.map((view) => [view, digestKindOf(view)]));
  expect(kinds).toEqual({ full: "full", redacted: "redacted", admin: "full", joint: "redacted" });
});

describe("A6 what was written before the last recall", () => {
  const event = { stream: "KH.joint", seq: 4, body: {}, salt: "00" } as FullEvent;

  it("is withheld from the partner, and from nobody else", () => {
    expect(isWithheld(event, 5, "LA")).toBe(true);
    expect(isWithheld(event, 5, "KH")).toBe(false);
    expect(isWithheld(event, 4, "LA")).toBe(false);
    expect(isWithheld(event, undefined, "LA")).toBe(false);
  });

  it("keeps its header, without body and salt", () => {
    expect(withhold(event)).toEqual({ stream: "KH.joint", seq: 4, body: null });
  });
});

test("A5 a report is its officer's own: not another's, not the partner's, nor what is left after a recall", () => {
  const officer = account("KH", "officer");
  const stage = new Stage().released();
  const [ours, theirs] = [stage.incident("KH"), stage.incident("LA")];
  expect(isOwn(ours, officer)).toBe(true);
  expect(isOwn(ours, account("KH", "officer", 2))).toBe(false);
  expect(isOwn(theirs, { ...lao, by: officer.by })).toBe(false);
  stage.do(commander, "release.recall", { reason: "mistaken" });
  const left = stage.seen("LA");
  expect(left && isOwn(left, officer)).toBe(false);
});
