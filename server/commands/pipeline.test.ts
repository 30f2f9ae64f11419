import { v4 } from "uuid";
import { describe, expect, it } from "vitest";
import { MemoryLog } from "@/db/testing/memory-log";
import { denialReasons } from "@/domain/errors";
import { account, at, pipelineOn, report, subjectOf } from "../testing/given";
import type { Outcome } from "./answers";

const operator = account("KH", "operator");
const reasonOf = (outcome: Outcome) => (outcome.ok ? "ok" : outcome.denial.reason);

describe("the command pipeline", () => {
  it("commits queued commands in one transaction", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => pipeline.submit(report(subjectOf("KH")), operator)),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(log.transactions).toBe(1);
    expect(log.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it("C2 answers the same id five times in one batch with one answer and one event", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    const command = report(subjectOf("KH"));
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => pipeline.submit(command, operator)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(log.events).toHaveLength(1);
    const other = await pipeline.submit(report(command.subject, command.id, "low"), operator);
    expect(reasonOf(other)).toBe("id-reused");
  });

  it("C1 decides on what another process has committed meanwhile", async () => {
    const log = new MemoryLog();
    const [here, there] = [pipelineOn(log), pipelineOn(log)];
    const subject = subjectOf("KH");
    await here.submit(report(subject), operator);
    const verify = () => ({ id: v4(), type: "incident.verify", subject, body: {} });
    const outcomes = await Promise.all([here.submit(verify(), operator), there.submit(verify(), operator)]);
    expect(outcomes.map(reasonOf).sort()).toEqual(["ok", "wrong-status"]);
  });

  it("C4 tries each command alone when the append fails, so that a bad one fails alone", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    const poison = subjectOf("KH");
    log.beforeFlush = (events) => {
      if (events.some(({ subject }) => subject === poison)) throw new Error("the database cannot hold this");
    };
    const good = [subjectOf("KH"), subjectOf("KH")] as const;
    const outcomes = await Promise.all(
      [good[0], poison, good[1]].map((subject) => pipeline.submit(report(subject), operator)),
    );
    expect(outcomes.map(reasonOf)).toEqual(["ok", "not-saved", "ok"]);
    expect(log.events.map(({ subject, seq }) => [subject, seq])).toEqual([
      [good[0], 1],
      [good[1], 2],
    ]);
    log.beforeFlush = () => undefined;
    expect(reasonOf(await pipeline.submit(report(poison), operator))).toBe("ok");
  });

  it("reverts what was not saved in the state it decides on", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    const subject = subjectOf("KH");
    const before = pipeline.markOf("KH");
    log.beforeFlush = () => {
      throw new Error("down");
    };
    expect(reasonOf(await pipeline.submit(report(subject), operator))).toBe("not-saved");
    expect(pipeline.markOf("KH")).toEqual(before);
    log.beforeFlush = () => undefined;
    const verify = { id: v4(), type: "incident.verify", subject, body: {} };
    expect(reasonOf(await pipeline.submit(verify, operator))).toBe("not-there");
  });

  it("gives up the rest of a batch after a few failures when the database is down", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    log.beforeFlush = () => {
      throw new Error("down");
    };
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => pipeline.submit(report(subjectOf("KH")), operator)),
    );
    expect(new Set(outcomes.map(reasonOf))).toEqual(new Set(["not-saved"]));
    expect(log.transactions).toBe(4);
  });

  it("C4 fails only the command whose decision throws", async () => {
    const log = new MemoryLog();
    const faults: unknown[] = [];
    let broken = true;
    const pipeline = pipelineOn(log, {
      onFault: (error) => faults.push(error),
      resolvePlace: () => {
        if (!broken) return undefined;
        broken = false;
        throw new Error("the map is gone");
      },
    });
    const outcomes = await Promise.all([1, 2].map(() => pipeline.submit(report(subjectOf("KH")), operator)));
    expect(outcomes.map(reasonOf)).toEqual(["not-saved", "ok"]);
    expect(faults).toHaveLength(1);
    expect(log.events).toHaveLength(1);
  });

  it("C8 appends nothing of a decision that drafts what its event's schema does not name", async () => {
    const log = new MemoryLog();
    const faults: unknown[] = [];
    let broken = true;
    const pipeline = pipelineOn(log, {
      onFault: (error) => faults.push(error),
      // What is resolved goes into the draft as it is: here a field that no schema names.
      resolvePlace: () =>
        broken ? Object.assign({ province: "KH-19" as const }, { source: "x" }) : undefined,
    });
    const [before, command] = [pipeline.markOf("KH"), report(subjectOf("KH"))];
    const outcome = await pipeline.submit(command, operator);
    expect(outcome).toMatchObject({ ok: false, denial: { reason: "not-saved" } });
    expect(denialReasons["not-saved"]).toBe("unavailable");
    expect(faults.map(String)).toEqual([expect.stringContaining("source")]);
    expect(log.events).toEqual([]);
    expect(pipeline.markOf("KH")).toEqual(before);
    broken = false;
    expect(reasonOf(await pipeline.submit(command, operator))).toBe("ok");
  });

  it("R7 refuses commands of an ended session, and all commands after it was stopped", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log);
    expect(reasonOf(await pipeline.submit(report(subjectOf("KH")), operator, "dead token"))).toBe(
      "signed-out",
    );
    const last = pipeline.submit(report(subjectOf("KH")), operator);
    await pipeline.stop();
    expect(reasonOf(await last)).toBe("ok");
    expect(reasonOf(await pipeline.submit(report(subjectOf("KH")), operator))).toBe("not-saved");
  });

  it("refuses a joint event that the partner's node cannot take in, and appends nothing of it", async () => {
    const log = new MemoryLog();
    const commander = account("KH", "commander");
    let upgraded = false;
    const partnerKnows = (type: string) => upgraded || type !== "incident.released";
    const pipeline = pipelineOn(log, { partnerKnows });
    const subject = subjectOf("KH");
    const step = (type: string) => ({ id: v4(), type, subject, body: {} });
    // National events are nobody else's: they are never held up by what the partner knows.
    expect(reasonOf(await pipeline.submit(report(subject), operator))).toBe("ok");
    expect(reasonOf(await pipeline.submit(step("release.request"), operator))).toBe("ok");
    const before = log.events.length;
    expect(reasonOf(await pipeline.submit(step("release.approve"), commander))).toBe("partner-older");
    expect(log.events).toHaveLength(before);
    upgraded = true;
    expect(reasonOf(await pipeline.submit(step("release.approve"), commander))).toBe("ok");
  });

  it("has the same vector and digest after a refold", async () => {
    const log = new MemoryLog();
    const pipeline = pipelineOn(log, { now: () => at });
    await pipeline.submit(report(subjectOf("KH")), operator);
    const before = pipeline.markOf("KH");
    await pipeline.refold();
    expect(pipeline.markOf("KH")).toEqual(before);
  });
});
