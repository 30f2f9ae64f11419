"use client";
/** The one time of a screen: the server's. Outside React, so that a test hands in the device's clock. */
import { type TimeOffset, timeOfFix, withSample } from "@/domain/freshness/server-time";
import { type Listener, Listeners } from "../lib/listeners";

/** A smaller change of the estimate redraws nothing. Milliseconds. */
const noticedMs = 200;

/**
 * Wakes at every full multiple of its pace by the server's time, so that all screens count on at the same moment
 * whatever their own clocks say.
 */
class Ticker {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: Listeners;

  constructor(
    private readonly paceMs: number,
    private readonly timeNow: () => number,
  ) {
    this.#listeners = new Listeners(() => {
      this.#wait();
      return () => clearTimeout(this.#timer);
    });
  }

  /** The latest full multiple of the pace, epoch milliseconds. */
  readonly now = (): number => Math.floor(this.timeNow() / this.paceMs) * this.paceMs;

  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  /** Draws again and waits anew: at each full multiple, and when the time was found to be another. */
  wake(): void {
    if (this.#listeners.size === 0) return;
    clearTimeout(this.#timer);
    this.#wait();
    this.#listeners.notify();
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.wake(), this.paceMs - (this.timeNow() % this.paceMs) + 1);
  }
}

export class ServerTime {
  #estimate: TimeOffset | undefined;
  #offsetMs = 0;
  readonly #tickers = new Map<number, Ticker>();

  /** `deviceNow`: the device's clock, epoch milliseconds. */
  constructor(private readonly deviceNow: () => number = () => Date.now()) {}

  /** How far the server's time is ahead of the device's, milliseconds; zero before the server said it. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** The server's time, epoch milliseconds. */
  readonly now = (): number => this.deviceNow() + this.#offsetMs;

  /** The server's time for a moment of the device's clock, such as the last message; both epoch milliseconds. */
  readonly of = (deviceMs: number): number => deviceMs + this.#offsetMs;

  /** The server's time of a position reading with this stamp of the device; both epoch milliseconds. */
  readonly ofFix = (stampMs: number): number => timeOfFix(stampMs, this.deviceNow(), this.#offsetMs);

  /** Takes in what the server says the time is, and when the device heard it; true when the time shown changes. */
  hear(serverMs: number, deviceMs: number): boolean {
    this.#estimate = withSample(this.#estimate, serverMs - deviceMs);
    if (Math.abs(this.#estimate.offsetMs - this.#offsetMs) < noticedMs) return false;
    this.#offsetMs = this.#estimate.offsetMs;
    for (const ticker of this.#tickers.values()) ticker.wake();
    return true;
  }

  ticker(paceMs: number): Ticker {
    const known = this.#tickers.get(paceMs);
    if (known) return known;
    const made = new Ticker(paceMs, this.now);
    this.#tickers.set(paceMs, made);
    return made;
  }
}
