import { describe, expect, it } from "vitest";
import { account, outcomeOf, Stage } from "@/tests/support/given";

const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const offered = () => new Stage().released().do(khmer, "transfer.offer", { reason: "It moves north" });

describe("a transfer", () => {
  it("W10 changes the owner on both sides only when the owner completes what was accepted", () => {
    const stage = offered();
    expect(outcomeOf(stage.run(khmer, "transfer.complete"))).toBe("wrong-status");
    stage.do(lao, "transfer.accept");
    expect(stage.incident("KH").owner).toBe("KH");
    stage.do(khmer, "transfer.complete");
    for (const country of ["KH", "LA"] as const) expect(stage.incident(country).owner).toBe("LA");
  });

  it("S7 is not completed past a protection flag that was raised meanwhile", () => {
    const stage = offered()
      .do(lao, "transfer.accept")
      .do(khmer, "incident.revise", { changes: { protection: true } });
    expect(outcomeOf(stage.run(khmer, "transfer.complete"))).toBe("protection-flag");
    expect(stage.incident("LA").owner).toBe("KH");
  });
});
