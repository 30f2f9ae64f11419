"use client";
/** One shared timer per pace, for ages and the time of day. */
import { useSyncExternalStore } from "react";
import { type Listener, Listeners } from "../lib/listeners";

class Ticker {
  #now = Date.now();
  readonly #listeners = new Listeners(() => this.#start());

  constructor(private readonly paceMs: number) {}

  get now(): number {
    return this.#now;
  }

  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  #start(): () => void {
    this.#now = Date.now();
    const timer = setInterval(() => {
      this.#now = Date.now();
      this.#listeners.notify();
    }, this.paceMs);
    return () => clearInterval(timer);
  }
}

const tickers = new Map<number, Ticker>();

function tickerOf(paceMs: number): Ticker {
  const ticker = tickers.get(paceMs) ?? new Ticker(paceMs);
  tickers.set(paceMs, ticker);
  return ticker;
}

/** This machine's time in epoch milliseconds, renewed at the given pace; zero while rendered on the server. */
export function useNow(paceMs = 15_000): number {
  const ticker = tickerOf(paceMs);
  return useSyncExternalStore(
    ticker.subscribe,
    () => ticker.now,
    () => 0,
  );
}
