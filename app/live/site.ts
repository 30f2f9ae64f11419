"use client";
/** The settings of this site: clocks, telephones, how often an alarm sounds. Fetched once per page. */
import { useSyncExternalStore } from "react";
import { defaultSite, type Site, siteSchema } from "@/domain/site";
import { type Listener, Listeners } from "../lib/listeners";

/** Between two attempts, milliseconds. */
const retryMs = 5_000;

/** The site's settings from the server. Throws when the server does not answer, or nobody is signed in. */
export async function fetchSite(fetcher: typeof fetch = fetch): Promise<Site> {
  const response = await fetcher("/api/site", {
    headers: { accept: "application/json" },
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`site: ${response.status}`);
  return siteSchema.parse(await response.json());
}

/** Asks when the first listener comes, and again after a failure as long as there are listeners. */
export class SiteSource {
  #site = defaultSite;
  #asked = false;
  readonly #listeners = new Listeners(() => this.#start());

  constructor(
    private readonly read: () => Promise<Site>,
    private readonly later: (work: () => void) => void = (work) => void setTimeout(work, retryMs),
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
    try {
      this.#site = await this.read();
      this.#listeners.notify();
    } catch {
      this.later(() => {
        this.#asked = false;
        if (this.#listeners.size > 0) void this.#ask();
      });
    }
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
