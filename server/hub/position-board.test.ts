import { describe, expect, it } from "vitest";
import { evolve } from "@/domain/picture";
import type { Positions } from "@/domain/protocol/down";
import type { Task } from "@/domain/task/schema";
import { CountryView } from "../feed/country-view";
import { account } from "../testing/given";
import { type BoardOptions, PositionBoard } from "./position-board";

const nowMs = Date.parse("2026-11-01T00:00:00.000Z");
const unitOf = (number: number) => `KH-unit-${number}`;
const crew = (number: number) => ({ account: { ...account("KH", "officer"), unitId: unitOf(number) } });
const saying = (number: number, second: number) => ({
  unitId: unitOf(number),
  lng: 106,
  lat: 13.9,
  at: new Date(nowMs + second * 1_000).toISOString(),
});

const taskOf = (unitId: string): Task => ({
  id: "KH-task",
  incidentId: "KH-incident",
  unitId,
  unit: { callsign: "STR-1", kind: "patrol" },
  country: "KH",
  action: "patrol",
  status: "en_route",
  times: { assigned: new Date(nowMs).toISOString() },
  shared: true,
});

/** A board with a database whose answers a test triggers, and records of what was sent where. */
function boardWith(views: BoardOptions["views"] = new Map([["KH", new CountryView("KH", evolve)]])) {
  const shown: { room: string; positions: Positions }[] = [];
  const notices: string[] = [];
  const accepted: string[] = [];
  const judged: [string, number | undefined][] = [];
  const answers: (() => void)[] = [];
  const io = {
    to: (room: string) => ({
      volatile: { emit: (_: string, positions: Positions) => void shown.push({ room, positions }) },
    }),
    sockets: { adapter: { rooms: new Map() }, sockets: new Map() },
  } as unknown as BoardOptions["io"];
  const board = new PositionBoard({
    io,
    views,
    process: "this",
    nowMs: () => nowMs,
    notify: (payload) =>
      new Promise((resolve) => {
        notices.push(payload);
        answers.push(resolve);
      }),
    onAccepted: (_, [unitId]) => void accepted.push(unitId),
    onNewer: (_, [unitId], accuracyM) => void judged.push([unitId, accuracyM]),
  });
  return {
    board,
    shown,
    notices,
    accepted,
    judged,
    answerAll: () => answers.splice(0).forEach((answer) => void answer()),
  };
}

describe("the position board", () => {
  it("R9 sends each unit's newest position once, and nothing when nothing is new", async () => {
    const { board, shown, answerAll } = boardWith();
    board.accept(crew(1), saying(1, 0));
    board.accept(crew(1), saying(1, 1));
    board.accept(crew(2), saying(2, 0));
    const flushed = board.flush();
    answerAll();
    await flushed;
    await board.flush();
    expect(shown.map(({ room, positions }) => [room, positions.length])).toEqual([["KH:positions", 2]]);
    expect(shown[0]?.positions[0]?.[3]).toBe(nowMs + 1_000);
  });

  it("sends a country its own and the partner's joint units in one message, so that neither is dropped", async () => {
    const [kh, la] = [new CountryView("KH", evolve), new CountryView("LA", evolve)];
    const joint = taskOf(unitOf(1));
    kh.liveTasks.apply({ collection: "tasks", id: joint.id, before: undefined, after: joint });
    const { board, shown, answerAll } = boardWith(
      new Map([
        ["KH", kh],
        ["LA", la],
      ]),
    );
    board.accept(crew(1), saying(1, 0));
    board.accept(crew(2), saying(2, 0));
    const other = { ...account("LA", "officer"), unitId: "LA-unit-1" };
    board.accept({ account: other }, { ...saying(1, 0), unitId: "LA-unit-1" });
    const flushed = board.flush();
    for (let turn = 0; turn < 4; turn += 1) {
      answerAll();
      await Promise.resolve();
      await Promise.resolve();
    }
    await flushed;
    const units = shown.map(({ room, positions }) => [room, positions.map(([unit]) => unit).sort()]);
    expect(units).toEqual([
      ["KH:positions", [unitOf(1), unitOf(2)]],
      ["LA:positions", [unitOf(1), "LA-unit-1"]],
    ]);
  });

  it("S12 takes the partner's positions on a node of its own: of units on joint tasks, from the task on", async () => {
    const la = new CountryView("LA", evolve);
    const joint = taskOf(unitOf(1));
    la.liveTasks.apply({ collection: "tasks", id: joint.id, before: undefined, after: joint });
    const { board, shown, notices, accepted } = boardWith(new Map([["LA", la]]));
    const of = (number: number, second: number): Positions[number] => [
      unitOf(number),
      106,
      13.9,
      nowMs + second * 1_000,
      null,
      null,
    ];
    const hour = 3_600;
    // Another unit, from before the task, from the future, in the name of the other country.
    expect(board.takeFromPartner("KH", [of(2, 1)])).toBe(1);
    expect(board.takeFromPartner("KH", [of(1, -1)])).toBe(1);
    expect(board.takeFromPartner("KH", [of(1, hour)])).toBe(1);
    expect(board.takeFromPartner("LA", [of(1, 1)])).toBe(1);
    await board.flush();
    expect(shown).toEqual([]);
    expect(board.takeFromPartner("KH", [of(1, 1)])).toBe(0);
    expect(board.takeFromPartner("KH", [of(1, 1)])).toBe(0);
    await board.flush();
    expect(shown).toEqual([{ room: "LA:positions", positions: [of(1, 1)] }]);
    // They go no further: not to the track, not to the partner again.
    expect([notices, accepted, board.sharedOf("LA")]).toEqual([[], [], []]);
    la.liveTasks.apply({
      collection: "tasks",
      id: joint.id,
      before: joint,
      after: { ...joint, status: "completed" },
    });
    expect(board.sharedOf("KH")).toEqual([]);
    expect(board.takeFromPartner("KH", [of(1, 2)])).toBe(1);
  });

  it("A9 takes a position of the account's own unit, and drops another unit's", async () => {
    const { board, shown, accepted } = boardWith();
    board.accept(crew(1), saying(2, 0));
    board.accept({ account: account("KH", "commander") }, saying(1, 0));
    await board.flush();
    expect([shown, accepted]).toEqual([[], []]);
  });

  it("takes no fix from outside the map's surroundings, 0, 0 among them, from a screen or from the partner", async () => {
    const la = new CountryView("LA", evolve);
    const joint = taskOf(unitOf(1));
    la.liveTasks.apply({ collection: "tasks", id: joint.id, before: undefined, after: joint });
    const { board, shown, accepted, judged } = boardWith(new Map([["LA", la]]));
    const own = { account: { ...account("LA", "officer"), unitId: "LA-unit-1" } };
    for (const [lng, lat] of [
      [0, 0],
      [106, -13.9],
      [13.9, 106],
      [112, 13.9],
    ] as const) {
      board.accept(own, { ...saying(1, 1), unitId: "LA-unit-1", lng, lat });
      expect(board.takeFromPartner("KH", [[unitOf(1), lng, lat, nowMs + 1_000, null, null]])).toBe(1);
    }
    await board.flush();
    expect([shown, accepted, judged]).toEqual([[], [], []]);
  });

  it("hands each newer fix on with its accuracy, from screens, other processes and the partner's node", async () => {
    const { board, notices, judged, answerAll } = boardWith();
    board.accept(crew(1), { ...saying(1, 0), accuracyM: 1_500 });
    board.accept(crew(2), saying(2, 0));
    expect(judged).toEqual([
      [unitOf(1), 1_500],
      [unitOf(2), undefined],
    ]);
    expect([board.accuracyOf(unitOf(1)), board.accuracyOf(unitOf(2))]).toEqual([1_500, undefined]);
    const flushed = board.flush();
    answerAll();
    await flushed;
    const there = boardWith();
    there.board.receive(JSON.stringify({ ...JSON.parse(notices[0] ?? ""), process: "other" }));
    expect(there.judged).toEqual(judged);
    there.board.receive(JSON.stringify({ ...JSON.parse(notices[0] ?? ""), process: "other" }));
    expect(there.judged).toHaveLength(2);
  });

  it("builds no queue while the database is slow: newer positions replace older ones, and screens do not wait", async () => {
    const { board, shown, notices, answerAll } = boardWith();
    board.accept(crew(1), saying(1, 0));
    const first = board.flush();
    for (let second = 1; second <= 50; second += 1) {
      board.accept(crew(1), saying(1, second));
      await board.flush();
    }
    expect([notices.length, shown.length]).toEqual([1, 51]);
    answerAll();
    await first;
    const last = board.flush();
    answerAll();
    await last;
    expect(notices).toHaveLength(2);
    expect(notices[1]).toContain(String(nowMs + 50_000));
  });

  it("notifies other processes in payloads below the database's limit, and shows theirs but not its own", async () => {
    const { board, shown, notices, accepted, answerAll } = boardWith();
    for (let number = 0; number < 130; number += 1)
      board.accept(crew(number), { ...saying(number, 0), accuracyM: 1_234.56 });
    const flushed = board.flush();
    for (let turn = 0; turn < 4; turn += 1) {
      answerAll();
      await Promise.resolve();
      await Promise.resolve();
    }
    await flushed;
    expect(notices).toHaveLength(3);
    for (const notice of notices) expect(Buffer.byteLength(notice)).toBeLessThan(8_000);
    const before = shown.length;
    for (const notice of notices) board.receive(notice);
    board.receive(JSON.stringify({ ...JSON.parse(notices[0] ?? ""), process: "other" }));
    board.receive("no JSON");
    await board.flush();
    expect(shown).toHaveLength(before);
    const newer: Positions[number] = [unitOf(1), 106.5, 14, nowMs + 9_000, null, null];
    board.receive(JSON.stringify({ process: "other", country: "KH", positions: [newer] }));
    await board.flush();
    expect(shown.at(-1)?.positions).toEqual([newer]);
    expect([notices.length, accepted.length]).toEqual([3, 130]);
  });
});
