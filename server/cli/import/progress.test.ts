import { expect, test } from "vitest";
import { Progress } from "./progress";

function progressOf(total: number, isTTY: boolean) {
  let written = "";
  const progress = new Progress(total, {
    isTTY,
    write: (text) => {
      written += text;
    },
  });
  return { progress, written: () => written };
}

test("bad and refused rows are printed with their line, and the summary counts all", () => {
  const { progress, written } = progressOf(4, false);
  progress.result({ line: 1, kind: "sent" });
  progress.result({ line: 2, kind: "existing" });
  expect(progress.clean).toBe(true);
  progress.badRow(3, "kind: no such code");
  progress.result({ line: 4, kind: "refused", reason: "no" });
  expect(written()).toBe("line 3: kind: no such code\nline 4: refused: no\n");
  expect(progress.summary).toBe("1 sent, 1 already there, 1 refused, 1 bad row");
  expect(progress.clean).toBe(false);
});

test("without a terminal the count is a line for every 50 rows, without carriage returns", () => {
  const { progress, written } = progressOf(120, false);
  for (let line = 1; line <= 120; line += 1) progress.result({ line, kind: "sent" });
  expect(written()).toBe("50 of 120 rows\n100 of 120 rows\n");
});

test("what was imported as history is said, and each danger to life that became a note", () => {
  const { progress, written } = progressOf(3, false);
  progress.read(1, { historical: true });
  progress.read(2, { historical: true, pastDanger: true });
  progress.read(3, {});
  progress.end();
  expect(written().split("\n")).toEqual([
    "line 2: over a day old: its danger to life becomes a note",
    "2 rows over a day old: imported as history, which calls nobody and waits to be verified",
    "1 row of them with danger to life: it stands in a note; where it goes on, revise the incident",
    "",
  ]);
});
