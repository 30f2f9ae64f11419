"use client";
/** Keeps a screen lit: asks the browser for a wake lock, and again whenever the page is shown again. */
import { useEffect, useState } from "react";

/** `none`: the browser gives no lock, so the screen may go dark. */
export type WakeLockState = "asking" | "held" | "none";

/** Follows one page's lock; a test hands in the browser. */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #stopped = false;
  #asking = false;

  constructor(
    private readonly browser: {
      /** Absent where the browser has none, such as on a plain-HTTP address. */
      wakeLock: Pick<globalThis.WakeLock, "request"> | undefined;
      isVisible: () => boolean;
    },
    private readonly onState: (state: WakeLockState) => void,
  ) {}

  /** Asks unless there is a lock, or nobody could see the page. To be called at the start and when the page is shown. */
  async ask(): Promise<void> {
    const { wakeLock, isVisible } = this.browser;
    if (!wakeLock) return this.onState("none");
    if (this.#lock || this.#asking || this.#stopped || !isVisible()) return;
    this.#asking = true;
    try {
      const lock = await wakeLock.request("screen");
      if (this.#stopped) return void lock.release();
      this.#lock = lock;
      lock.addEventListener("release", () => this.#released(lock));
      this.onState("held");
    } catch {
      this.onState("none");
    } finally {
      this.#asking = false;
    }
  }

  stop(): void {
    this.#stopped = true;
    void this.#lock?.release();
    this.#lock = undefined;
  }

  /** A browser takes the lock away from a hidden page, and on a low battery from a visible one. */
  #released(lock: WakeLockSentinel): void {
    if (this.#lock !== lock) return;
    this.#lock = undefined;
    if (!this.#stopped && this.browser.isVisible()) this.onState("none");
  }
}

/** Keeps this screen lit while it is mounted. */
export function useWakeLock(): WakeLockState {
  const [state, setState] = useState<WakeLockState>("asking");
  useEffect(() => {
    const isVisible = () => document.visibilityState === "visible";
    const wakeLock = "wakeLock" in navigator ? navigator.wakeLock : undefined;
    const lock = new WakeLock({ wakeLock, isVisible }, setState);
    const ask = () => void lock.ask();
    ask();
    // A browser may refuse until the page was touched, or while the battery is low.
    const timer = setInterval(ask, 30_000);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("pointerdown", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("pointerdown", ask);
      lock.stop();
    };
  }, []);
  return state;
}
