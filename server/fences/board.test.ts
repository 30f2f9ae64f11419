import { describe, expect, it } from "vitest";
import type { FenceRow, Fences } from "@/db/types";
import type { Drawing } from "@/domain/drawing/schema";
import { evolve } from "@/domain/picture";
import type { FenceNotice } from "@/domain/protocol/down";
import type { Task } from "@/domain/task/schema";
import type { Country } from "@/domain/vocabulary";
import { CountryView } from "../feed/country-view";
import type { Position } from "../hub/positions";
import { FenceBoard, mostTold, toldForMs } from "./board";

const begin = Date.parse("2026-11-01T00:00:00.000Z");
const corners: [number, number][] = [
  [106, 14],
  [106.2, 14],
  [106.2, 14.2],
  [106, 14.2],
  [106, 14],
];
const area = (parts: Partial<Drawing> = {}): Drawing => ({
  ...{ id: "KH-area", owner: "KH", at: new Date(begin).toISOString(), desk: "KH-JOC-1", shape: "area" },
  geometry: { type: "Polygon", coordinates: [corners] },
  label: "Closed forest",
  fence: ["enter", "leave"],
  ...parts,
});
const taskOf = (unitId: string): Task => ({
  ...{ id: "LA-task", incidentId: "KH-incident", unitId, country: "LA", action: "patrol" },
  ...{ unit: { callsign: "CHP-4", kind: "patrol" }, status: "en_route", shared: true },
  times: { assigned: new Date(begin).toISOString() },
});

/** What the database does, in memory. */
function memoryFences(): Fences & { rows: (FenceRow & { seen?: true })[] } {
  const rows: (FenceRow & { seen?: true })[] = [];
  const like = (a: FenceRow, b: FenceRow) =>
    a.centre === b.centre && a.drawing === b.drawing && a.warning === b.warning && a.unit === b.unit;
  const drop = (keep: (row: FenceRow) => boolean) => void rows.splice(0, rows.length, ...rows.filter(keep));
  return {
    rows,
    tell: async (told, withinMs) => {
      for (const row of told)
        if (!rows.some((one) => like(one, row) && Math.abs(one.at - row.at) <= withinMs)) rows.push(row);
    },
    unseen: async (centre, sinceMs, limit) =>
      rows
        .filter((row) => row.centre === centre && !row.seen && row.at >= sinceMs)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit),
    see: async (centre, ids) => {
      for (const row of rows) if (row.centre === centre && ids.includes(row.id)) row.seen = true;
    },
    forget: async (ids) => drop(({ id }) => !ids.includes(id)),
    deleteBefore: async (beforeMs) => drop(({ at }) => at >= beforeMs),
  };
}

/** A process that watches; several may share what the database keeps. */
function processWith(centres: Country[], drawings: Drawing[], fences = memoryFences()) {
  const views = new Map(centres.map((centre) => [centre, new CountryView(centre, evolve)]));
  const sent: { centre: Country; notices: FenceNotice[] }[] = [];
  const woken: string[] = [];
  const time = { nowMs: begin };
  const board = new FenceBoard({
    ...{ fences, views, nowMs: () => time.nowMs },
    send: (centre, notices) => void sent.push({ centre, notices }),
    notify: async (payload) => void woken.push(payload),
  });
  const draw = (drawing: Drawing) => {
    for (const view of views.values())
      view.watching.apply({ collection: "drawings", id: drawing.id, before: undefined, after: drawing });
  };
  drawings.forEach(draw);
  let second = 0;
  const move = (lng: number, accuracyM?: number, unit = "KH-unit", country: Country = "KH") => {
    second += 2;
    const position: Position = [unit, lng, 14.1, begin + second * 1_000, null, null];
    board.note(country, position, accuracyM);
  };
  return { board, fences, views, sent, woken, time, draw, move };
}
const outside = 105.9;
const inside = 106.1;
const told = (notices: readonly FenceNotice[] = []) => notices.map(({ warning, unit }) => [warning, unit]);

describe("R10 watched areas", () => {
  it("are told to the whole centre, with the time of the first fix on the other side", async () => {
    const { board, sent, move } = processWith(["KH", "LA"], [area()]);
    for (const lng of [outside, inside, inside, inside]) move(lng, 10);
    await board.flush();
    expect(sent.map(({ centre }) => centre)).toEqual(["KH"]);
    expect(sent[0]?.notices).toEqual([
      {
        ...{ id: expect.any(String), drawing: "KH-area", label: "Closed forest", warning: "enter" },
        ...{ unit: "KH-unit", callsign: "KH-unit", country: "KH", at: new Date(begin + 4_000).toISOString() },
      },
    ]);
  });

  it("decide nothing by fixes of 1 500 m accuracy beside an area, nor by one of a unit that stands on the edge", async () => {
    const { board, sent, move } = processWith(["KH"], [area()]);
    move(outside, 10);
    for (let count = 0; count < 20; count += 1) move(106.01, 1_500);
    for (let count = 0; count < 200; count += 1) move(106 + 0.0001 * Math.sin(count * 1.7), 4);
    await board.flush();
    expect(sent).toEqual([]);
  });

  it("are told to a desk that connects later, until a desk has seen it", async () => {
    const { board, move, sent } = processWith(["KH"], [area()]);
    for (const lng of [outside, inside, inside, outside, outside]) move(lng);
    await board.flush();
    expect(told(board.of("KH"))).toEqual([
      ["leave", "KH-unit"],
      ["enter", "KH-unit"],
    ]);
    const [left, entered] = board.of("KH");
    await board.see("KH", [entered?.id ?? ""], "KH-JOC-1");
    expect([told(board.of("KH")), told(sent.at(-1)?.notices)]).toEqual(Array(2).fill([["leave", "KH-unit"]]));
    await board.see("LA", [left?.id ?? ""], "LA-JOC-1");
    expect(board.of("KH")).toHaveLength(1);
  });

  it("are told no longer than a day, and never more at once than a bound", async () => {
    const { board, time, move, fences } = processWith(["KH"], [area()]);
    for (let unit = 0; unit < mostTold + 20; unit += 1)
      for (const lng of [outside, inside, inside]) move(lng, 10, `KH-unit-${unit}`);
    await board.flush();
    expect([board.of("KH").length, fences.rows.length]).toEqual([mostTold, mostTold + 20]);
    time.nowMs += toldForMs + 3_600_000;
    expect(board.of("KH")).toEqual([]);
    await board.deleteOld();
    expect(fences.rows).toEqual([]);
  });

  it("S12 watch a partner's unit only while it is on a joint task, and forget where it was", async () => {
    const { board, views, move, fences } = processWith(["KH"], [area()]);
    const tasks = views.get("KH")?.liveTasks;
    const joint = taskOf("LA-unit");
    for (const lng of [outside, inside, inside]) move(lng, 10, "LA-unit", "LA");
    tasks?.apply({ collection: "tasks", id: joint.id, before: undefined, after: joint });
    for (const lng of [outside, inside, inside]) move(lng, 10, "LA-unit", "LA");
    await board.flush();
    expect(board.of("KH")).toMatchObject([{ warning: "enter", callsign: "CHP-4", country: "LA" }]);
    const after: Task = { ...joint, status: "completed" };
    tasks?.apply({ collection: "tasks", id: joint.id, before: joint, after });
    expect(board.of("KH")).toEqual([]);
    await board.flush();
    expect(fences.rows).toEqual([]);
    for (const lng of [outside, outside]) move(lng, 10, "LA-unit", "LA");
    tasks?.apply({ collection: "tasks", id: joint.id, before: undefined, after: joint });
    // What it did meanwhile was nobody's here: it is first heard of again, and outside.
    for (const lng of [outside, outside]) move(lng, 10, "LA-unit", "LA");
    await board.flush();
    expect(board.of("KH")).toEqual([]);
  });

  it("are judged by every process of a node and told once, also to the desks of the others", async () => {
    const fences = memoryFences();
    const [one, two] = [processWith(["KH"], [area()], fences), processWith(["KH"], [area()], fences)];
    for (const lng of [outside, inside, inside]) one.move(lng);
    // The other process heard fewer of the fixes, as they are gathered on the way.
    for (const lng of [outside, outside, inside, inside]) two.move(lng);
    await one.board.flush();
    await two.board.flush();
    expect(fences.rows).toHaveLength(1);
    const third = processWith(["KH"], [area()], fences);
    for (const payload of one.woken) await third.board.receive(payload);
    await third.board.receive("no JSON");
    expect(told(third.sent.at(-1)?.notices)).toEqual([["enter", "KH-unit"]]);
  });

  it("watch no more once they have expired or are gone, and start anew with another shape", async () => {
    const expiring = area({ expiresAt: new Date(begin + 60_000).toISOString() });
    const { board, sent, time, draw, move } = processWith(["KH"], [expiring]);
    move(outside);
    time.nowMs += 60_000;
    for (const lng of [inside, inside]) move(lng);
    const prolonged = area({
      geometry: { type: "Polygon", coordinates: [corners.map(([x, y]) => [x + 1, y])] },
    });
    draw(prolonged);
    for (const lng of [inside, inside]) move(lng);
    draw(area({ label: "Another name" }));
    for (const lng of [inside, inside]) move(lng);
    await board.flush();
    expect(sent).toEqual([]);
    // The same shape under another name goes on.
    draw(area({ label: "Closed forest" }));
    for (const lng of [outside, outside]) move(lng);
    await board.flush();
    expect(told(sent.at(-1)?.notices)).toEqual([["leave", "KH-unit"]]);
  });

  it("lose nothing while the database cannot be written", async () => {
    const { board, fences, sent, move } = processWith(["KH"], [area()]);
    for (const lng of [outside, inside, inside]) move(lng);
    const { tell } = fences;
    fences.tell = () => Promise.reject(new Error("no database"));
    await expect(board.flush()).rejects.toThrow("no database");
    fences.tell = tell;
    await board.flush();
    expect(told(sent.at(-1)?.notices)).toEqual([["enter", "KH-unit"]]);
  });
});
