import { describe, expect, it } from "vitest";
import { evolve } from "@/domain/picture";
import { CountryView } from "../feed/country-view";
import { account } from "../testing/given";
import { type ConnectionServices, open } from "./connection";
import type { ScreenSocket } from "./types";

/** What happens when a screen connects, in order. */
async function sequenceOf(parts: { connected?: boolean; openFails?: boolean } = {}): Promise<string[]> {
  const order: string[] = [];
  const view = new CountryView("KH", evolve);
  const note = (what: string) => void order.push(what);
  const socket = {
    data: {
      account: account("KH", "officer"),
      screen: "field",
      audience: "redacted",
      token: "t",
      same: false,
    },
    connected: parts.connected ?? true,
    conn: { transport: {}, close: () => note("cut off") },
    onAny: () => undefined,
    emit: note,
    join: (rooms: string[]) => note(`join ${rooms.join(" ")}`),
  } as unknown as ScreenSocket;
  const services = {
    views: new Map([["KH", view]]),
    auditor: { idle: async () => note("audit idle"), isAuditing: () => false },
    openings: {
      open: async (
        _view: unknown,
        _audience: unknown,
        _vector: unknown,
        send: (opening: unknown) => void,
      ) => {
        if (parts.openFails) throw new Error("the log cannot be read");
        send({ picture: { mode: "resume", vector: {} }, events: Array.from({ length: 1_100 }, () => ({})) });
        note("opening sent");
      },
    },
    broadcast: { flush: () => note("flush"), presence: [] },
    positions: { fullSet: () => [] },
    headsSources: {
      views: new Map(),
      heads: () => ({}),
      isAuditing: () => false,
      startedAt: "2026-11-01T00:00:00.000Z",
      now: () => "2026-11-01T00:00:00.000Z",
    },
    logger: { error: () => note("logged") },
  } as unknown as ConnectionServices;
  await open(socket, services);
  return order;
}

describe("a connecting screen", () => {
  it("is sent its opening after the outbox is flushed, and joins its rooms in the same turn of the event loop", async () => {
    expect(await sequenceOf()).toEqual([
      "audit idle",
      "flush",
      "picture",
      "events",
      "events",
      "events",
      "own",
      "positions",
      "heads",
      "presence",
      "join KH KH:redacted",
      "opening sent",
    ]);
  });

  it("is sent nothing when it has disconnected meanwhile", async () => {
    expect(await sequenceOf({ connected: false })).toEqual(["audit idle", "opening sent"]);
  });

  it("is cut off, so that it reconnects, when its opening fails", async () => {
    expect(await sequenceOf({ openFails: true })).toEqual(["audit idle", "logged", "cut off"]);
  });
});
