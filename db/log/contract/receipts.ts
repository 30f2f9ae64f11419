import { describe, expect, test } from "vitest";
import { pendingOf, receiptOf } from "../../testing/pending";
import type { Fixture } from "./fixture";

export function describeReceipts(on: Fixture): void {
  describe("receipts", () => {
    test("are stored with the commit, by account and command", async () => {
      const receipt = receiptOf("account-1", [{ stream: "KH.joint" as const, seq: 1 }]);
      await on.first.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([receipt]);
      });
      const found = await on.second.transact((tx) =>
        tx.receipts([
          { account: "account-1", commandId: receipt.commandId },
          { account: "account-2", commandId: receipt.commandId },
        ]),
      );
      expect(found).toEqual([receipt]);
    });

    test("L5 a second one for the same command is refused, and nothing of its batch stays", async () => {
      const receipt = receiptOf("account-1", []);
      await on.first.transact((tx) => tx.flush([receipt]));
      const again = on.second.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([receipt]);
      });
      await expect(again).rejects.toThrow();
      expect((await on.first.heads())["KH.joint"]?.seq).toBe(0);
    });
  });
}
