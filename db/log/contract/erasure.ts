/** The log only grows; a body may be erased. */
import { describe, expect, test } from "vitest";
import { pendingOf } from "../../testing/pending";
import { append, type Fixture, faultsOf } from "./fixture";
import { tamperings } from "./subject";

export function describeErasure(on: Fixture): void {
  describe("erasure", () => {
    test("L3 S8 a body and its salt may be erased together, and the chain still verifies", async () => {
      const [, event] = await append(on.first, pendingOf("KH", "national"), pendingOf("KH", "national"));
      if (!event) throw new Error("an event to erase");
      await on.subject.erase(event);
      const [, erased] = await on.first.readAfter({}, ["KH.national"]);
      expect(erased).toEqual({ ...event, body: null, salt: undefined });
      expect(await faultsOf(on)).toEqual([]);
      const reports = await on.subject.verify();
      expect(reports.find(({ stream }) => stream === "KH.national")?.erased).toBe(1);
    });

    test.each(tamperings)("S8 %s is refused", async (how) => {
      const appended = await append(on.first, pendingOf("KH", "joint"));
      await expect(on.subject.tamper(how)).rejects.toThrow(on.subject.refusal);
      expect(await on.second.readAfter({}, ["KH.joint"])).toEqual(appended);
      expect(await faultsOf(on)).toEqual([]);
    });
  });
}
