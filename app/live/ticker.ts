"use client";
/** One shared tick per pace, for ages and the clock in the bar. */
import { useCallback, useSyncExternalStore } from "react";

class Ticker {
  #now = Date.now();
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly ms: number) {}

  get now(): number {
    return this.#now;
  }

  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) {
      this.#now = Date.now();
      this.#timer = setInterval(() => this.#tick(), this.ms);
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearInterval(this.#timer);
    };
  }

  #tick(): void {
    this.#now = Date.now();
    for (const listener of this.#listeners) listener();
  }
}

const tickers = new Map<number, Ticker>();

function tickerOf(ms: number): Ticker {
  const ticker = tickers.get(ms) ?? new Ticker(ms);
  tickers.set(ms, ticker);
  return ticker;
}

/** This machine's time in epoch milliseconds, renewed at the given pace. Zero while rendered on the server. */
export function useNow(paceMs = 15_000): number {
  const ticker = tickerOf(paceMs);
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener), [ticker]);
  return useSyncExternalStore(
    subscribe,
    () => ticker.now,
    () => 0,
  );
}
