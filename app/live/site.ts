"use client";
/** What this site has set for itself: clocks, telephones, how often an alarm sounds. Fetched once per page. */
import { useSyncExternalStore } from "react";
import { defaultSite, type Site, siteSchema } from "@/domain/site";

const againAfterMs = 5_000;

/** The site as the server tells it. Throws when it cannot be had, or nobody is signed in. */
export async function fetchSite(fetcher: typeof fetch = fetch): Promise<Site> {
  const response = await fetcher("/api/site", {
    headers: { accept: "application/json" },
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`site: ${response.status}`);
  return siteSchema.parse(await response.json());
}

/** Asks when first somebody listens, and again while it fails and somebody still does. */
export class SiteSource {
  #site = defaultSite;
  #asked = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly read: () => Promise<Site>,
    private readonly later: (work: () => void) => void = (work) => void setTimeout(work, againAfterMs),
  ) {}

  /** The defaults until it has been told. */
  get site(): Site {
    return this.#site;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#asked) void this.#ask();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async #ask(): Promise<void> {
    this.#asked = true;
    try {
      this.#site = await this.read();
      for (const listener of this.#listeners) listener();
    } catch {
      this.later(() => {
        this.#asked = false;
        if (this.#listeners.size > 0) void this.#ask();
      });
    }
  }
}

const source = new SiteSource(fetchSite);
const subscribe = (listener: () => void) => source.subscribe(listener);

/** The site's settings; the defaults, which name no telephone, until they have come. */
export function useSite(): Site {
  return useSyncExternalStore(
    subscribe,
    () => source.site,
    () => defaultSite,
  );
}
