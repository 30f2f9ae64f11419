/**
 * Audits this process's own folds: when a screen or another process reports another digest at the same vector, or a
 * fold throws, the log is folded again and a fold that differs is replaced (rule D4).
 */
import type { Log } from "@/db/types";
import { digestHex, digestOfPicture } from "@/domain/digest";
import { Fold } from "@/domain/fold";
import type { Country } from "@/domain/vocabulary";
import { jointLag } from "../vectors";
import type { CountryView } from "./country-view";
import type { Feed } from "./feed";

const pageSize = 5_000;

export type Evidence = { source: "screen" | "process" | "fold"; theirs?: string; detail?: string };
export type Finding = {
  country: Country;
  evidence: Evidence;
  wrong: boolean;
  /** The digest this process held. */
  held: string;
  /** The digest a fold of the log gives. */
  folded: string;
};

export type AuditorOptions = {
  log: Log;
  feed: Feed;
  nowMs: () => number;
  /** After an audit that found nothing wrong, reports are ignored for this long: a faulty screen may go on reporting. */
  pauseMs: number;
  onFinding: (view: CountryView, finding: Finding) => void;
  onError: (error: unknown) => void;
};

export class Auditor {
  readonly #running = new Map<Country, Promise<void>>();
  readonly #pausedUntilMs = new Map<Country, number>();

  constructor(private readonly options: AuditorOptions) {}

  /** Whether a country's view is being audited: until that ends, no screen may be told that it shows the same picture. */
  isAuditing(country: Country): boolean {
    return this.#running.has(country);
  }

  /** Resolves when no audit of the country's view is running. */
  async idle(country: Country): Promise<void> {
    await this.#running.get(country);
  }

  /** Starts an audit of a view, unless one is running or a recent one found nothing. */
  reportMismatch(view: CountryView, evidence: Evidence): void {
    const { country } = view;
    if (this.#running.has(country)) return;
    const paused = this.options.nowMs() < (this.#pausedUntilMs.get(country) ?? 0);
    if (paused && evidence.source !== "fold") return;
    const audit = this.#audit(view, evidence)
      .catch(this.options.onError)
      .finally(() => this.#running.delete(country));
    this.#running.set(country, audit);
  }

  async #audit(view: CountryView, evidence: Evidence): Promise<void> {
    const fold = await this.#foldLog(view);
    const held = view.mark("full").digest;
    const folded = fold.mark.digest;
    const heldRedacted = view.mark("redacted").digest;
    const foldedRedacted = digestHex(digestOfPicture(fold.picture, "redacted"));
    const behind = jointLag(view.vector, fold.vector) > 0;
    const wrong = behind || held !== folded || heldRedacted !== foldedRedacted;
    if (wrong) view.replace(fold);
    else this.#pausedUntilMs.set(view.country, this.options.nowMs() + this.options.pauseMs);
    // Before the callback, which may send heads and open screens.
    this.#running.delete(view.country);
    this.options.onFinding(view, { country: view.country, evidence, wrong, held, folded });
  }

  /** Resolves in the same turn of the event loop in which the fold reaches the feed's own position. */
  async #foldLog(view: CountryView): Promise<Fold> {
    const { log, feed } = this.options;
    const fold = new Fold();
    for (;;) {
      const rest = feed.recent.after(fold.vector, view.streams);
      if (rest) {
        for (const event of rest) fold.apply(event);
        return fold;
      }
      for (const event of await log.readAfter(fold.vector, view.streams, pageSize)) fold.apply(event);
    }
  }
}
