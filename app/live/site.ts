"use client";
/** The settings of this site: clocks, telephones, how often an alarm sounds. Asked for again now and then. */
import { useSyncExternalStore } from "react";
import { defaultSite, type Site, siteSchema } from "@/domain/site";
import { type Listener, Listeners } from "../lib/listeners";

/** Between two attempts after a failure. Milliseconds. */
const retryMs = 5_000;
/** The partner may have changed how long its deadlines run. Milliseconds. */
const againMs = 60_000;

/** The site's settings from the server. Throws when the server does not answer, or nobody is signed in. */
export async function fetchSite(fetcher: typeof fetch = fetch): Promise<Site> {
  const response = await fetcher("/api/site", {
    headers: { accept: "application/json" },
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`site: ${response.status}`);
  return siteSchema.parse(await response.json());
}

/** Asks when the first listener comes, and again as long as there are listeners: soon after a failure. */
export class SiteSource {
  #site = defaultSite;
  #asked = false;
  readonly #listeners = new Listeners(() => this.#start());

  constructor(
    private readonly read: () => Promise<Site>,
    private readonly later: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms),
  ) {}

  /** The defaults until the server has answered. */
  get site(): Site {
    return this.#site;
  }

  /** Called once the site is known. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  #start(): undefined {
    if (!this.#asked) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asked = true;
    let pauseMs = againMs;
    try {
      this.#take(await this.read());
    } catch {
      pauseMs = retryMs;
    }
    this.later(() => {
      this.#asked = false;
      if (this.#listeners.size > 0) void this.#ask();
    }, pauseMs);
  }

  #take(site: Site): void {
    if (JSON.stringify(site) === JSON.stringify(this.#site)) return;
    this.#site = site;
    this.#listeners.notify();
  }
}

const source = new SiteSource(fetchSite);

/** The site's settings; until the server has answered the defaults, which name no telephone. */
export function useSite(): Site {
  return useSyncExternalStore(
    source.subscribe,
    () => source.site,
    () => defaultSite,
  );
}
