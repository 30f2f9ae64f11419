/**
 * What a place of the gazetteer is. Every name and position says where it comes from (the marks of docs/domain.md §1):
 * V read in a source, D derived from such, M remembered and to be confirmed by the two police forces, P our proposal.
 * A name nobody could vouch for is left out: the screen then shows the English one.
 */

import type { Box } from "../places/box";

export type Mark = "V" | "D" | "M" | "P";
export type Name = { text: string; mark: Mark };
export type Names = { en: Name; km?: Name; lo?: Name };
export type PlaceLanguage = keyof Names;
export type PlaceKind = "province" | "district" | "town" | "crossing" | "post" | "river" | "liaison-office";
export type PlaceCountry = "KH" | "LA" | "TH" | "VN";
export type Position = { lng: number; lat: number; mark: Mark };

export type Place = {
  id: string;
  kind: PlaceKind;
  names: Names;
  /** Other spellings and other names, in any script; some are one side's own (see `note`). */
  aliases: readonly string[];
  /** Absent for what both sides share: rivers and crossings. */
  country?: PlaceCountry;
  /** The border province it lies in. */
  province?: string;
  /** Absent when no source gives one; the map then shows the province. */
  position?: Position;
  /** West, south, east, north of a province that the map can outline. */
  extent?: Box;
  /** 1 is shown first when the map has little room, 3 last. */
  rank: 1 | 2 | 3;
  /** What a reader must know before relying on it. */
  note?: string;
};

/** A name read in a source. */
export const seen = (text: string): Name => ({ text, mark: "V" });
/** A name remembered, to be confirmed by a native reader. */
export const remembered = (text: string): Name => ({ text, mark: "M" });

/** A name made from one that was read: a river from the district named after it. */
export const derived = (text: string): Name => ({ text, mark: "D" });
/** A name put together by us from words of the screens and a place's name. */
export const proposed = (text: string): Name => ({ text, mark: "P" });

/** The name in the reader's language, or the English one where none is vouched for. */
export function nameIn(place: Place, language: PlaceLanguage): string {
  return (place.names[language] ?? place.names.en).text;
}
