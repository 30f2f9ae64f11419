import { describe, expect, it } from "vitest";
import { createLogger } from "./logger";
import { type LineKind, Repeats } from "./repeats";

function hearing() {
  const lines: Record<string, unknown>[] = [];
  return { lines, logger: createLogger({ write: (line) => void lines.push(JSON.parse(line)) }, "debug") };
}

describe("the logger", () => {
  it("writes one line of an outage, however many commands it costs", () => {
    const { lines, logger } = hearing();
    for (let i = 0; i < 10_000; i += 1) {
      const error = Object.assign(new Error(`CANARY ${i}`), { code: "53100" });
      logger.error({ err: error, size: i }, "a batch could not be saved");
    }
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: "a batch could not be saved", err: { code: "53100" }, size: 0 });
  });

  it("tells outages apart by sentence and code", () => {
    const { lines, logger } = hearing();
    for (const code of ["53100", "25006", "53100"])
      logger.error({ err: Object.assign(new Error("x"), { code }) }, "a");
    logger.error({ err: Object.assign(new Error("x"), { code: "53100" }) }, "b");
    expect(lines.map(({ msg }) => msg)).toEqual(["a", "a", "b"]);
  });

  it("writes an error that stands alone without its message", () => {
    const { lines, logger } = hearing();
    logger.error(new Error("CANARY"));
    expect(JSON.stringify(lines)).not.toContain("CANARY");
    expect(lines[0]).toMatchObject({ err: { type: "Error" } });
  });
});

describe("repeated lines", () => {
  function counting() {
    const due: (() => void)[] = [];
    const pauses: number[] = [];
    const repeats = new Repeats((run, ms) => {
      due.push(run);
      pauses.push(ms);
    });
    const written: number[] = [];
    const note = (kind: LineKind, line = "down") =>
      repeats.note(kind, line, (repeated) => written.push(repeated));
    return { note, written, pauses, endPause: () => due.shift()?.() };
  }

  it("are counted, and the count is written with longer and longer pauses while it lasts", () => {
    const { note, written, pauses, endPause } = counting();
    for (let round = 0; round < 4; round += 1) {
      for (let i = 0; i < 5; i += 1) note("fault");
      endPause();
    }
    expect(written).toEqual([0, 4, 5, 5, 5]);
    expect(pauses).toEqual([10_000, 60_000, 600_000, 600_000, 600_000]);
  });

  it("are new again after a pause without any", () => {
    const { note, written, endPause } = counting();
    note("fault");
    endPause();
    note("fault");
    expect(written).toEqual([0, 0]);
  });

  it("that are no faults are written twenty times first", () => {
    const { note, written } = counting();
    for (let i = 0; i < 100; i += 1) note("note");
    expect(written).toHaveLength(20);
  });

  it("share one count beyond the lines that are told apart", () => {
    const { note, written } = counting();
    for (let i = 0; i < 1_000; i += 1) note("fault", `line ${i}`);
    expect(written).toHaveLength(201);
  });
});
