import { expect, test } from "vitest";
import type { Fixture } from "./fixture";

const future = new Date("2999-01-01");
const past = new Date("2020-01-01");

export function describeSessions(on: Fixture): void {
  test("sessions are live unless ended, expired or of a disabled account", async () => {
    await on.subject.addSession("live", { expiresAt: future, disabled: false });
    await on.subject.addSession("expired", { expiresAt: past, disabled: false });
    await on.subject.addSession("of-disabled", { expiresAt: future, disabled: true });
    const live = await on.first.transact((tx) =>
      tx.liveSessions(["live", "expired", "of-disabled", "never-was", "live"]),
    );
    expect([...live]).toEqual(["live"]);
  });
}
