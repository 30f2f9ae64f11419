import { describe, expect, it } from "vitest";
import { SnapshotGate } from "./snapshot-gate";

/** A gate that holds for a snapshot until `hash` is called. */
function held() {
  const gate = new SnapshotGate();
  const ran: string[] = [];
  let hash = () => {};
  const hashed = new Promise<void>((resolve) => {
    hash = resolve;
  });
  const opened = gate.hold(hashed, () => ran.push("snapshot"));
  return { gate, ran, hash, opened };
}

describe("the gate of a snapshot", () => {
  it("lets through at once when no snapshot is being hashed", () => {
    const ran: string[] = [];
    new SnapshotGate().run(() => ran.push("event"));
    expect(ran).toEqual(["event"]);
  });

  it("runs what came meanwhile after the snapshot, in its order", async () => {
    const { gate, ran, hash, opened } = held();
    gate.run(() => ran.push("first"));
    gate.run(() => ran.push("second"));
    expect(ran).toEqual([]);
    hash();
    await opened;
    expect(ran).toEqual(["snapshot", "first", "second"]);
  });

  it("drops a snapshot that the next one, or a reconnect, made obsolete", async () => {
    const { gate, ran, hash, opened } = held();
    gate.run(() => ran.push("old"));
    gate.drop();
    gate.run(() => ran.push("new"));
    hash();
    await opened;
    expect(ran).toEqual(["new"]);
  });

  it("drops the rest of what waited when one of it reconnects", async () => {
    const { gate, ran, hash, opened } = held();
    gate.run(() => gate.drop());
    gate.run(() => ran.push("late"));
    hash();
    await opened;
    expect(ran).toEqual(["snapshot"]);
  });
});
