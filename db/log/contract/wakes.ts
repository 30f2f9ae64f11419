import { expect, test } from "vitest";
import { logChannel } from "../../channels";
import { session, user } from "../../schema";
import { pendingOf } from "../../testing/pending";
import { append, type Fixture } from "./fixture";

export function describeWakes(on: Fixture): void {
  test("one wake-up per batch reaches every listener", async () => {
    const heard: string[] = [];
    await on.first.listen(logChannel, (payload) => heard.push(payload));
    const ended = new Promise<void>((resolve, reject) => {
      on.first
        .listen("sekong_test_end", () => resolve())
        .then(async () => {
          await append(
            on.second,
            pendingOf("KH", "joint"),
            pendingOf("KH", "national"),
            pendingOf("LA", "joint"),
          );
          await on.second.notify("sekong_test_end", "");
        }, reject);
    });
    await ended;
    expect(heard).toEqual([""]);
  });

  test("tells live sessions from ended, expired and disabled ones", async () => {
    const { db } = on.database.first;
    const account = (name: string, disabled: boolean) => ({
      id: name,
      name,
      email: `${name}@sekong.invalid`,
      username: name,
      role: "operator" as const,
      country: "KH" as const,
      desk: "KH-JOC-2",
      by: name,
      disabled,
    });
    await db.insert(user).values([account("active", false), account("disabled", true)]);
    const open = (token: string, userId: string, expiresAt: string) => ({
      id: token,
      token,
      userId,
      expiresAt: new Date(expiresAt),
    });
    await db
      .insert(session)
      .values([
        open("live", "active", "2999-01-01"),
        open("expired", "active", "2020-01-01"),
        open("of-disabled", "disabled", "2999-01-01"),
      ]);
    const live = await on.first.transact((tx) =>
      tx.liveSessions(["live", "expired", "of-disabled", "never-was", "live"]),
    );
    expect([...live]).toEqual(["live"]);
  });
}
