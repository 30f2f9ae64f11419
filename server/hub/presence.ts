/** Which screens are open, how far each kind is behind, and whether all of them show the same picture. */
import { z } from "zod";
import { type Presence, presenceSchema } from "@/domain/protocol/down";
import type { Applied } from "@/domain/protocol/up";
import { foldVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { jointLag } from "../vectors";
import type { ScreenData } from "./types";

/** A process that has said nothing for so long is gone. */
const forgottenAfterMs = 7_000;

const reportSchema = z.strictObject({ process: z.string().max(64), rows: presenceSchema });

/**
 * What a screen's report says: `true` same, `false` another picture at the same vector, `null` when our fold never
 * stood at its vector, so that nothing can be said. Administrators hold no picture.
 */
export function judge(
  view: CountryView,
  { audience }: ScreenData,
  { vector, fold }: Applied,
): boolean | null {
  if (audience === "admin") return null;
  const ours = view.marks.at(vector);
  if (!ours) return null;
  return fold.version === foldVersion && fold.digest === ours[audience];
}

/** One row per country and kind of screen. */
export function presenceOf(
  views: ReadonlyMap<Country, CountryView>,
  screens: Iterable<ScreenData>,
): Presence {
  const rows: Presence = [];
  for (const { account, screen, applied, same } of screens) {
    const { country } = account;
    const view = views.get(country);
    if (view)
      rows.push({ country, screen, count: 1, behind: jointLag(applied?.vector ?? {}, view.vector), same });
  }
  return mergeRows(rows);
}

/** Screens of all processes of this node: each says what it holds, the latest word of each counts. */
export class PresenceBook {
  readonly #others = new Map<string, { atMs: number; rows: Presence }>();

  constructor(
    private readonly process: string,
    private readonly nowMs: () => number,
  ) {}

  report(rows: Presence): string {
    return JSON.stringify({ process: this.process, rows });
  }

  /** Takes another process's report; anything else is passed over. */
  hear(payload: string): void {
    const parsed = reportSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.process) return;
    this.#others.set(parsed.data.process, { atMs: this.nowMs(), rows: parsed.data.rows });
  }

  merged(own: Presence): Presence {
    const all = [...own];
    for (const [process, { atMs, rows }] of this.#others) {
      if (this.nowMs() - atMs > forgottenAfterMs) this.#others.delete(process);
      else all.push(...rows);
    }
    return mergeRows(all);
  }
}

const keyOf = ({ country, screen }: Presence[number]): string => `${country} ${screen}`;

function mergeRows(rows: Presence): Presence {
  const merged = new Map<string, Presence[number]>();
  for (const row of rows) {
    const known = merged.get(keyOf(row)) ?? { ...row, count: 0 };
    merged.set(keyOf(row), {
      ...row,
      count: known.count + row.count,
      behind: Math.max(known.behind, row.behind),
      same: known.same && row.same,
    });
  }
  return [...merged.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
