import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { account, atStart, Stage, subject } from "@/tests/support/given";
import type { FullEvent } from "../events";
import { canonical, firstPrev, hashBody, headerText, sha256Hex } from "../hash";
import { type Country, partnerOf } from "../vocabulary";
import { type Arrival, type Evidence, judge, maxArrivalBytes } from "./judge";

const lao = account("LA", "commander");
const khmer = account("KH", "commander");
const unreleased = "KH-00000000-0000-4000-8000-0000000000aa";
const theirs = "LA-00000000-0000-4000-8000-0000000000bb";
const salt = "0".repeat(32);

const jointOf = (stage: Stage, country: Country): FullEvent[] =>
  stage.nodes[country].own.filter(({ stream }) => stream === `${country}.joint`);

/** What the Khmer node holds of the Lao stream and of its own. */
function evidenceOf(stage: Stage, writer: Country, over: Partial<Evidence> = {}): Evidence {
  const written = jointOf(stage, writer);
  const own = jointOf(stage, partnerOf(writer));
  const all = [...written, ...own];
  return {
    stream: `${writer}.joint`,
    head: written.at(-1) ?? { seq: 0, hash: firstPrev, clock: 0, seen: 0 },
    ownClockAt: (seq) => (seq === 0 ? 0 : own.find((event) => event.seq === seq)?.clock),
    idTaken: (id) => all.some((event) => event.id === id),
    history: (about) => all.filter((event) => event.subject === about),
    proposedFor: () => undefined,
    partnerIsNewer: false,
    ...over,
  };
}

type Forgery = { type: string; subject: string; body?: unknown; header?: Record<string, unknown> };

/** A row as somebody with all rights on the partner's node could write it: chained, hashed, and false. */
function forge(stage: Stage, { type, subject: about, body = {}, header = {} }: Forgery): Arrival {
  const { head } = evidenceOf(stage, "LA");
  const seen = jointOf(stage, "KH").length;
  const ownClock = jointOf(stage, "KH").at(-1)?.clock ?? 0;
  const text = canonical(body);
  const { id: _, username: __, lang: ___, ...actor } = lao;
  const fields = {
    stream: "LA.joint" as const,
    seq: head.seq + 1,
    clock: 1 + Math.max(head.clock, ownClock),
    seen,
    id: uuidv7(),
    at: atStart,
    actor,
    type,
    subject: about,
    bodyHash: hashBody(salt, text),
    prev: head.hash,
    ...header,
  };
  const made = headerText(fields);
  return { stream: fields.stream, seq: fields.seq, header: made, body: text, salt, hash: sha256Hex(made) };
}

const verdictOn = (stage: Stage, forgery: Forgery, over: Partial<Evidence> = {}) => {
  const verdict = judge(forge(stage, forgery), evidenceOf(stage, "LA", over));
  if (verdict.admit) return "admitted";
  return "held" in verdict ? `held: ${verdict.held}` : verdict.quarantined;
};

const released = () => new Stage().released();
/** What makes a record of ours one of theirs, read by nobody yet. */
const fresh = { id: theirs, owner: "LA", originator: "LA", acknowledged: {} } as const;
const record = (stage: Stage) => {
  const found = jointOf(stage, "KH").find(({ type }) => type === "incident.released");
  if (found?.type !== "incident.released" || !found.body) throw new Error("nothing was released");
  return found.body.record;
};

describe("what the partner may not write", () => {
  it("refuses the release of an incident of ours that we never released", () => {
    const stage = released();
    const body = { record: { ...record(stage), id: unreleased } };
    expect(verdictOn(stage, { type: "incident.released", subject: unreleased, body })).toBe(
      "foreign-subject",
    );
  });

  it("refuses a record that names another country as its owner, originator or ref", () => {
    const stage = released();
    const own = { ...record(stage), ...fresh, ref: "LA-ATT-0001" };
    const release = (part: object) =>
      verdictOn(stage, { type: "incident.released", subject: theirs, body: { record: { ...own, ...part } } });
    expect(release({})).toBe("admitted");
    for (const part of [{ owner: "KH" }, { originator: "KH" }, { ref: "KH-STR-0001" }, { id: subject }])
      expect(release(part)).toBe("foreign-reference");
    expect(release({ acknowledged: { KH: { at: atStart, desk: "KH-OP" } } })).toBe("not-its-part");
  });

  it("refuses an owner's step on our incident, and takes a partner's", () => {
    const stage = released();
    for (const type of ["incident.verified", "incident.taken", "incident.archived", "incident.expired"])
      expect(verdictOn(stage, { type, subject })).toBe("not-the-owner");
    expect(verdictOn(stage, { type: "incident.closed", subject, body: { outcome: "resolved" } })).toBe(
      "not-the-owner",
    );
    expect(verdictOn(stage, { type: "incident.acknowledged", subject })).toBe("admitted");
  });

  it("refuses an event in our name", () => {
    const stage = released();
    const actor = { desk: "KH-OPERATOR-1", role: "operator", country: "KH", by: "forged" };
    const forgery = { type: "incident.acknowledged", subject, header: { actor } };
    expect(verdictOn(stage, forgery)).toBe("wrong-country");
    expect(verdictOn(stage, { ...forgery, header: { stream: "KH.joint" } })).toBe("wrong-stream");
  });

  it("refuses a task for a unit of ours, and a transfer that nobody accepted", () => {
    const stage = released();
    const unit = { callsign: "STR-01", kind: "patrol" };
    const task = (unitId: string) =>
      verdictOn(stage, {
        type: "task.assigned",
        subject: theirs,
        body: { incidentId: subject, unitId, unit, action: "patrol" },
      });
    expect(task("KH-00000000-0000-4000-8000-0000000000cc")).toBe("foreign-unit");
    expect(task("LA-00000000-0000-4000-8000-0000000000cc")).toBe("admitted");
    stage.do(khmer, "transfer.offer", { reason: "It moves north" });
    expect(verdictOn(stage, { type: "transfer.completed", subject })).toBe("not-the-owner");
  });

  it("refuses a transfer completed by its owner without our acceptance", () => {
    const stage = released()
      .do(khmer, "transfer.offer", { reason: "It moves north" })
      .do(lao, "transfer.accept")
      .do(khmer, "transfer.complete");
    expect(verdictOn(stage, { type: "transfer.completed", subject })).toBe("not-accepted");
    expect(verdictOn(stage, { type: "incident.verified", subject })).toBe("admitted");
  });

  it("judges ownership as the writer knew it, not as it stands here now", () => {
    const stage = released()
      .do(khmer, "transfer.offer", { reason: "It moves north" })
      .do(lao, "transfer.accept");
    const before = jointOf(stage, "KH").length;
    stage.do(khmer, "transfer.complete");
    const clock =
      1 +
      Math.max(
        ...[...jointOf(stage, "LA"), ...jointOf(stage, "KH").slice(0, before)].map((one) => one.clock),
      );
    const unaware = { seen: before, clock };
    expect(verdictOn(stage, { type: "incident.verified", subject, header: unaware })).toBe("not-the-owner");
  });

  it("refuses what belongs in a national stream, and a note struck that it did not write", () => {
    const stage = released().do(account("KH", "operator"), "incident.note", {
      text: { text: "Boat seen", lang: "en" },
      audience: "joint",
    });
    const note = jointOf(stage, "KH").at(-1)?.id;
    expect(verdictOn(stage, { type: "duty.started", subject: theirs })).toBe("national-type");
    const strike = { type: "entry.struck", subject, body: { entryId: note, reason: "no" } };
    expect(verdictOn(stage, strike)).toBe("not-its-part");
  });
});

describe("what the chain, the clock and the schema hold", () => {
  const acknowledged = { type: "incident.acknowledged", subject };

  it("refuses a broken chain, a changed body, a changed header and an id used before", () => {
    const stage = released();
    expect(verdictOn(stage, { ...acknowledged, header: { prev: "1".repeat(64) } })).toBe("chain-broken");
    const honest = forge(stage, acknowledged);
    const judged = (change: Partial<Arrival>) => judge({ ...honest, ...change }, evidenceOf(stage, "LA"));
    expect(judged({ body: '{"forged":true}' })).toEqual({ admit: false, quarantined: "body-differs" });
    expect(judged({ hash: "2".repeat(64) })).toEqual({ admit: false, quarantined: "chain-broken" });
    expect(judged({}).admit).toBe(true);
    expect(judged({ seq: 7 })).toEqual({ admit: false, quarantined: "header-differs" });
    expect(judged({ header: "{}" })).toEqual({ admit: false, quarantined: "unreadable" });
    expect(judged({ body: "x".repeat(maxArrivalBytes) })).toEqual({ admit: false, quarantined: "too-large" });
    const id = jointOf(stage, "KH")[0]?.id;
    expect(verdictOn(stage, { ...acknowledged, header: { id } })).toBe("id-reused");
  });

  it("refuses a body that was too large to be kept, and a character that the database cannot hold", () => {
    const stage = released();
    const honest = forge(stage, acknowledged);
    const stub = { ...honest, body: "", salt: null };
    expect(judge(stub, evidenceOf(stage, "LA"))).toEqual({ admit: false, quarantined: "too-large" });
    const own = { ...record(stage), ...fresh };
    const releaseUnder = (ref: string) =>
      verdictOn(stage, { type: "incident.released", subject: theirs, body: { record: { ...own, ref } } });
    expect(releaseUnder("LA-\\u0000")).toBe("admitted");
    for (const ref of ["LA-\0", "LA-\\\0"]) expect(releaseUnder(ref)).toBe("wrong-body");
    const desk = { desk: "\0", role: "commander", country: "LA", by: "forged" };
    expect(verdictOn(stage, { ...acknowledged, header: { actor: desk } })).toBe("unreadable");
  });

  it("refuses a clock that does not follow, and never judges the time of day", () => {
    const stage = released();
    expect(verdictOn(stage, { ...acknowledged, header: { clock: 999 } })).toBe("wrong-clock");
    expect(verdictOn(stage, { ...acknowledged, header: { at: "9999-01-01T00:00:00.000Z" } })).toBe(
      "admitted",
    );
  });

  it("waits for our own stream when the partner knows more of it than this node", () => {
    const stage = released();
    expect(verdictOn(stage, { ...acknowledged, header: { seen: 99 } })).toBe("held: own-stream-behind");
    stage.do(account("LA", "operator"), "incident.acknowledge");
    expect(verdictOn(stage, { type: "incident.assessed", subject, header: { seen: 0 } })).toBe("seen-falls");
  });

  it("holds an unknown type or body only while the partner says it is newer", () => {
    const stage = released();
    const type = { type: "incident.teleported", subject };
    const body = { ...acknowledged, body: { more: 1 } };
    expect(verdictOn(stage, type)).toBe("unknown-type");
    expect(verdictOn(stage, body)).toBe("wrong-body");
    const partnerIsNewer = { partnerIsNewer: true };
    expect(verdictOn(stage, type, partnerIsNewer)).toBe("held: unknown-type");
    expect(verdictOn(stage, body, partnerIsNewer)).toBe("held: newer-body");
  });

  it("admits a header whose body was erased", () => {
    const stage = released();
    const {
      salt: _,
      body: __,
      ...rest
    } = forge(stage, { type: "incident.noted", subject, body: { text: "x" } });
    const verdict = judge({ ...rest, salt: null, body: null }, evidenceOf(stage, "LA"));
    expect(verdict).toMatchObject({ admit: true, event: { type: "incident.noted", body: null } });
  });
});
