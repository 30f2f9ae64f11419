import { expect, test } from "vitest";
import { logChannel } from "../../channels";
import { pendingOf } from "../../testing/pending";
import { append, type Fixture } from "./fixture";

export function describeWakes(on: Fixture): void {
  test("one wake-up per batch reaches every listener", async () => {
    const wakes: string[] = [];
    await on.first.listen(logChannel, (payload) => wakes.push(payload));
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
    expect(wakes).toEqual([""]);
  });
}
