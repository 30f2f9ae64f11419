/** Presence: how many screens of each kind are connected, how far behind, and whether all show the same picture. */

import { digestKindOf } from "@/domain/audience";
import type { Presence } from "@/domain/protocol/down";
import type { Applied } from "@/domain/protocol/up";
import { foldVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { jointLag } from "../vectors";
import type { ScreenData } from "./types";

/**
 * Compares a screen's digest with ours at the same vector: `true` when equal, `false` when different, `null` when our
 * fold never had that vector, when the screen folds by another version, or when it, an administrator's, holds no picture.
 */
export function isSamePicture(
  view: CountryView,
  { audience }: ScreenData,
  { vector, fold }: Applied,
): boolean | null {
  if (audience === "admin" || fold.version !== foldVersion) return null;
  const ours = view.marks.at(vector);
  if (!ours) return null;
  return fold.digest === ours[digestKindOf(audience)];
}

/** The presence of these screens: one row per country and kind of screen. */
export function presenceOf(
  views: ReadonlyMap<Country, CountryView>,
  screens: Iterable<ScreenData>,
): Presence {
  const rows: Presence = [];
  for (const { account, screen, applied, same } of screens) {
    const { country } = account;
    const view = views.get(country);
    if (!view) continue;
    const behind = jointLag(applied?.vector ?? {}, view.vector);
    // A screen of another version is not compared, and so never called different.
    const isOther = applied !== undefined && applied.fold.version !== foldVersion;
    rows.push({
      ...{ country, screen, count: 1, behind, same: same || isOther },
      ...(isOther ? { otherVersion: true } : {}),
      ...(applied?.silent ? { silent: 1 } : {}),
    });
  }
  return mergePresence(rows);
}

const keyOf = ({ country, screen }: Presence[number]): string => `${country} ${screen}`;

/** Merges rows of several processes into one per country and kind of screen. */
export function mergePresence(rows: Presence): Presence {
  const merged = new Map<string, Presence[number]>();
  for (const row of rows) {
    const known = merged.get(keyOf(row)) ?? { ...row, count: 0, silent: 0 };
    const silent = (known.silent ?? 0) + (row.silent ?? 0);
    merged.set(keyOf(row), {
      ...row,
      count: known.count + row.count,
      behind: Math.max(known.behind, row.behind),
      same: known.same && row.same,
      ...(known.otherVersion || row.otherVersion ? { otherVersion: true as const } : {}),
      ...(silent > 0 ? { silent } : {}),
    });
  }
  return [...merged.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
