import { describe, expect, it } from "vitest";
import { evolve } from "@/domain/picture";
import { RateLimiter } from "../commands/rate";
import { CountryView } from "../feed/country-view";
import { account } from "../testing/given";
import { handleMessages, type MessageServices } from "./messages";
import type { ScreenSocket } from "./types";

type Receive = (name: string, ...args: unknown[]) => void;

/** A screen's connection, and a function that sends a message over it and resolves to the answer. */
function connected(parts: Partial<MessageServices> = {}) {
  const errors: unknown[] = [];
  let receive: Receive = () => undefined;
  const socket = {
    data: {
      account: account("KH", "operator"),
      screen: "command",
      audience: "full",
      token: "t",
      same: false,
    },
    onAny: (listener: Receive) => {
      receive = listener;
    },
  } as unknown as ScreenSocket;
  const services = {
    rate: new RateLimiter(2, () => 0),
    logger: { error: ({ err }: { err: unknown }) => void errors.push(err) },
    ...parts,
  } as unknown as MessageServices;
  handleMessages(socket, new CountryView("KH", evolve), services);
  const send = (name: string, ...args: unknown[]) =>
    new Promise<unknown>((resolve) => receive(name, ...args, resolve));
  return { send, emit: (...args: Parameters<Receive>) => receive(...args), errors };
}

describe("messages of a screen", () => {
  it.each(["nonsense", "constructor", "toString"])(
    "answers the unknown event %s as invalid",
    async (name) => {
      const { send, emit, errors } = connected();
      emit(name, {});
      const refusal = { code: "invalid", path: "event", reason: "unknown-command" };
      expect(await send(name, {})).toMatchObject({ ok: false, error: refusal });
      expect(await send(name)).toMatchObject({ ok: false, error: refusal });
      expect(errors).toEqual([]);
    },
  );

  it("limits each kind of query at a rate of its own", async () => {
    const { send } = connected();
    const reasons = [];
    for (const name of ["history", "history", "history", "track"]) reasons.push(await send(name, {}));
    expect(reasons).toMatchObject(
      ["bad-form", "bad-form", "too-fast", "bad-form"].map((reason) => ({ error: { reason } })),
    );
  });

  it("answers a query that fails, and logs why", async () => {
    const down = new Error("no database");
    const log = { history: () => Promise.reject(down) } as unknown as MessageServices["log"];
    const { send, errors } = connected({ log });
    const subject = "KH-00000000-0000-4000-8000-000000000001";
    expect(await send("history", { subject })).toMatchObject({ error: { reason: "not-saved" } });
    await expect.poll(() => errors).toEqual([down]);
  });
});
