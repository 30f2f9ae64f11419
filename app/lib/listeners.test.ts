import { describe, expect, it } from "vitest";
import { KeyedListeners, Listeners } from "./listeners";

describe("Listeners", () => {
  it("calls every listener with the value until it unsubscribes", () => {
    const listeners = new Listeners<number>();
    const heard: string[] = [];
    const unsubscribe = listeners.add((value) => heard.push(`a${value}`));
    listeners.add((value) => heard.push(`b${value}`));
    listeners.notify(1);
    unsubscribe();
    unsubscribe();
    listeners.notify(2);
    expect(heard).toEqual(["a1", "b1", "b2"]);
    expect(listeners.size).toBe(1);
  });

  it("starts before the first listener and stops after the last, each time", () => {
    const heard: string[] = [];
    const listeners = new Listeners(() => {
      heard.push("start");
      return () => void heard.push("stop");
    });
    const first = listeners.add(() => undefined);
    const second = listeners.add(() => undefined);
    first();
    expect(heard).toEqual(["start"]);
    second();
    second();
    expect(heard).toEqual(["start", "stop"]);
    listeners.add(() => undefined);
    expect(heard).toEqual(["start", "stop", "start"]);
  });

  it("does not call a listener that was added or removed while others were called", () => {
    const listeners = new Listeners();
    const heard: string[] = [];
    let removeLast = () => {};
    listeners.add(() => {
      heard.push("first");
      removeLast();
      listeners.add(() => heard.push("added"));
    });
    removeLast = listeners.add(() => heard.push("last"));
    listeners.notify();
    expect(heard).toEqual(["first"]);
  });
});

describe("KeyedListeners", () => {
  it("notifies one key only, or all", () => {
    const listeners = new KeyedListeners();
    const heard: string[] = [];
    const unsubscribe = listeners.add("a", () => heard.push("a"));
    listeners.add("b", () => heard.push("b"));
    listeners.notify("a");
    listeners.notify("none");
    listeners.notifyAll();
    unsubscribe();
    listeners.notify("a");
    expect(heard).toEqual(["a", "a", "b"]);
  });

  it("keeps the newer listeners of a key when an old one unsubscribes twice", () => {
    const listeners = new KeyedListeners();
    const unsubscribe = listeners.add("a", () => undefined);
    unsubscribe();
    let notified = 0;
    listeners.add("a", () => {
      notified += 1;
    });
    unsubscribe();
    listeners.notify("a");
    expect(notified).toBe(1);
  });
});
