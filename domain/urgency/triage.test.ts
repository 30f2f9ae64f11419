import { expect, it } from "vitest";
import { account, Stage } from "@/tests/support/given";
import { compareTriage, triageGroupOf } from "./triage";

it("puts what needs the viewer first, whether it is open or not, then the open before the closed", () => {
  const stage = new Stage().released();
  expect(triageGroupOf(stage.incident("LA"), "read")).toBe("needs");
  expect(triageGroupOf(stage.incident("LA"), null)).toBe("open");
  stage.do(account("KH", "operator"), "incident.close", { outcome: "resolved" });
  expect(triageGroupOf(stage.incident("LA"), null)).toBe("closed");
});

it("puts a tombstone that asks for nothing with the closed", () => {
  const stage = new Stage().released().do(account("KH", "commander"), "release.recall", { reason: "wrong" });
  const tombstone = stage.seen("LA");
  if (!tombstone) throw new Error("the tombstone is not there");
  expect(triageGroupOf(tombstone, null)).toBe("closed");
});

it("orders by unread, then by the newest", () => {
  const keys = [
    { unread: false, at: "2026-10-14T03:00:00.000Z" },
    { unread: true, at: "2026-10-14T01:00:00.000Z" },
    { unread: false, at: "2026-10-14T04:00:00.000Z" },
    { unread: true, at: "2026-10-14T02:00:00.000Z" },
  ];
  expect([...keys].sort(compareTriage).map(({ at }) => at.slice(11, 13))).toEqual(["02", "01", "04", "03"]);
});
