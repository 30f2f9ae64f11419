import { describe, expect, it } from "vitest";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { digestAfter, digestHex, digestOfPicture, entityDigest, RunningDigest } from "./digest";
import { canonical, sha256Hex } from "./hash";
import { addition, applyChange, emptyPicture, reverse } from "./picture";

const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "operator");
const drawing = "KH-00000000-0000-4000-8000-0000000000dd";
const put = (label: string) => ({
  shape: "label",
  geometry: { type: "Point", coordinates: [106, 14] },
  label,
  audience: "joint",
});
const nothing = digestHex(0n);
const marks = (stage: Stage) => [stage.nodes.KH.fold.mark.digest, stage.nodes.LA.fold.mark.digest];
const redacted = (stage: Stage) => digestHex(digestOfPicture(stage.nodes.KH.fold.picture, "redacted"));

describe("D1 the digest", () => {
  it("counts nothing that is national", () => {
    const stage = new Stage()
      .do(account("KH", "officer"), "incident.report", flood)
      .do(commander, "unit.register", { callsign: "STR-21", kind: "boat" }, drawing.replace(/dd$/, "aa"))
      .do(operator, "message.post", { text: { text: "x", lang: "en" }, incidentId: subject }, drawing);
    expect(marks(stage)).toEqual([nothing, nothing]);
  });

  it("is the same on both sides after a release, whatever each notes nationally", () => {
    const stage = new Stage().released();
    const released = marks(stage);
    expect(released[0]).not.toBe(nothing);
    stage.do(lao, "incident.note", { text: { text: "home only", lang: "en" } });
    expect(marks(stage)).toEqual([released[0], released[0]]);
    stage.do(lao, "incident.note", { text: { text: "for both", lang: "en" }, audience: "joint" });
    expect(marks(stage)[0]).toBe(marks(stage)[1]);
    expect(marks(stage)[0]).not.toBe(released[0]);
  });

  it("after a recall is that of the tombstone, whatever the originator works on", () => {
    const stage = new Stage().released().do(commander, "release.recall", { reason: "mistaken" });
    const recalled = marks(stage);
    expect(recalled[0]).toBe(recalled[1]);
    stage.do(operator, "incident.revise", { changes: { impact: "low" } }).do(operator, "release.request");
    expect(stage.incident("KH").sharing).toBe("requested");
    expect(marks(stage)).toEqual(recalled);
  });

  it("is SHA-256 over the canonical JSON of the one joint entity there is", () => {
    const stage = new Stage().do(commander, "drawing.put", put("Closed"), drawing);
    const entity = stage.nodes.KH.fold.picture.drawings.get(drawing);
    expect(marks(stage)[0]).toBe(sha256Hex(canonical(entity)));
  });
});

describe("D2 kept up to date", () => {
  const stage = new Stage().released().do(commander, "drawing.put", put("Closed"), drawing);
  const { incidents, drawings } = stage.nodes.KH.fold.picture;
  const [incident, label] = [incidents.get(subject), drawings.get(drawing)];
  if (!incident || !label) throw new Error("both are in the picture");

  it("is the sum of its entities, in any order, and goes back when a change is taken back", () => {
    const changes = [addition("incidents", subject, incident), addition("drawings", drawing, label)];
    const forth = changes.reduce((sum, change) => digestAfter(sum, change), 0n);
    const back = changes.toReversed().reduce((sum, change) => digestAfter(sum, change), 0n);
    expect(forth).toBe(back);
    expect(digestHex(forth)).toBe(stage.nodes.KH.fold.mark.digest);
    expect(changes.reduce((sum, change) => digestAfter(sum, reverse(change)), forth)).toBe(0n);
  });

  it("sums what changed since it was last asked for, whatever came and went in between", () => {
    const running = new RunningDigest(emptyPicture());
    const one = addition("drawings", drawing, label);
    running.note(one);
    running.note(reverse(one));
    expect(running.hex).toBe(nothing);
    running.note(one);
    const first = running.hex;
    expect(first).toBe(digestHex(entityDigest("drawings", label)));
    running.note(reverse(one));
    running.note(one);
    expect(running.hex).toBe(first);
    running.note(reverse(one));
    expect(running.hex).toBe(nothing);
  });

  it("equals the digest of the whole picture", () => {
    const picture = emptyPicture();
    applyChange(picture, addition("drawings", drawing, label));
    expect(digestOfPicture(picture)).toBe(entityDigest("drawings", label));
  });
});

describe("A2 the digest of redacted screens", () => {
  it("differs by what they are shown, and not by what they are not", () => {
    const stage = new Stage().released().do(commander, "drawing.put", put("Closed"), drawing);
    const [before, full] = [redacted(stage), marks(stage)[0]];
    stage.do(commander, "drawing.put", put("Open"), drawing);
    const relabelled = redacted(stage);
    expect(marks(stage)[0]).not.toBe(full);
    stage.do(operator, "incident.revise", { changes: { impact: "low" } });
    expect(redacted(stage)).not.toBe(relabelled);
    expect(before).not.toBe(nothing);
  });

  it("does not see what is said to desks alone", () => {
    const stage = new Stage().released();
    const before = redacted(stage);
    stage.do(lao, "incident.assess", { grading: { source: "B", info: "2" } });
    expect(redacted(stage)).toBe(before);
  });
});

it("is written as 64 lower-case hex digits", () => {
  expect(digestHex(255n)).toBe("ff".padStart(64, "0"));
});
