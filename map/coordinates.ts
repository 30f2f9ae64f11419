/**
 * Places as people in the field type and read them: decimal degrees, degrees-minutes-seconds, UTM (zone 48N covers the
 * border and is assumed when none is typed) and MGRS. All in WGS 84. Khmer and Lao digits are read like Latin ones.
 */

import { fromLatLon, toLatLon } from "utm";
import { mgrs } from "./mgrs-library";

export const coordinateFormats = ["decimal", "dms", "utm", "mgrs"] as const;
export type CoordinateFormat = (typeof coordinateFormats)[number];

/**
 * `out-of-range`: no such latitude, longitude, minute, second or UTM number. `incomplete`: only half of a place.
 * `not-mgrs`: looks like MGRS but names no square. `outside-area`: a real place, far from the border map.
 */
export type CoordinateError = "out-of-range" | "incomplete" | "not-mgrs" | "outside-area";

export type CoordinateResult =
  | { ok: true; lng: number; lat: number; format: CoordinateFormat }
  | { ok: false; error: CoordinateError };

/** What the map can show: west, south, east, north. */
export const mapArea = { west: 101, south: 9.5, east: 110.6, north: 19.5 } as const;
const homeZone = 48;

type Parse = (text: string) => CoordinateResult | undefined;

function toLatinDigits(text: string): string {
  return text.replace(/[\u17e0-\u17e9\u0ed0-\u0ed9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x17e0 ? 0x17e0 : 0x0ed0));
  });
}

function tidy(text: string): string {
  return toLatinDigits(text)
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/[−–]/g, "-")
    .replace(/[’′ʹ]/g, "'")
    .replace(/[”″]|''/g, '"')
    .replace(/[º˚]/g, "°")
    .trim()
    .replace(/\s+/g, " ")
    .toUpperCase();
}

function located(lng: number, lat: number, format: CoordinateFormat): CoordinateResult {
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lat) > 90 || Math.abs(lng) > 180) {
    return { ok: false, error: "out-of-range" };
  }
  const { west, south, east, north } = mapArea;
  if (lng < west || lng > east || lat < south || lat > north) return { ok: false, error: "outside-area" };
  return { ok: true, lng, lat, format };
}

type Angle = { value: number; axis?: "lat" | "lng" };

/** Two angles in either order: a letter names the axis, else what exceeds 90° is the longitude, else latitude first. */
function pair(first: Angle, second: Angle, format: CoordinateFormat): CoordinateResult {
  const swapped =
    first.axis === "lng" ||
    second.axis === "lat" ||
    (!first.axis && !second.axis && Math.abs(first.value) > 90);
  if (first.axis && first.axis === second.axis) return { ok: false, error: "incomplete" };
  const [lat, lng] = swapped ? [second.value, first.value] : [first.value, second.value];
  return located(lng, lat, format);
}

function axisOf(letter: string | undefined): "lat" | "lng" | undefined {
  if (letter === "N" || letter === "S") return "lat";
  return letter === "E" || letter === "W" ? "lng" : undefined;
}

const number = String.raw`[-+]?\d{1,3}(?:\.\d+)?`;
const decimalPattern = new RegExp(
  `^([NSEW])? ?(${number})°? ?([NSEW])? ?[,;/ ] ?([NSEW])? ?(${number})°? ?([NSEW])?$`,
);

/** Two numbers with decimal commas; what parts them may be a comma too. */
const withComma = String.raw`([NSEW]? ?[-+]?\d{1,3},\d+°? ?[NSEW]?)`;
const withCommas = new RegExp(`^${withComma}[ ;/,]+${withComma}$`);

function angleOf(before: string | undefined, value: number, after: string | undefined): Angle {
  const letter = before ?? after;
  const axis = axisOf(letter);
  return { value: letter === "S" || letter === "W" ? -value : value, ...(axis ? { axis } : {}) };
}

const parseDecimal: Parse = (text) => {
  const commas = withCommas.exec(text);
  const match = decimalPattern.exec(commas ? `${commas[1]} ${commas[2]}`.replace(/,/g, ".") : text);
  if (!match) return undefined;
  const [, a, first, b, c, second, d] = match;
  return pair(angleOf(a, Number(first), b), angleOf(c, Number(second), d), "decimal");
};

const sexagesimal = String.raw`(\d{1,3})(?:°| ) ?(\d{1,2}(?:\.\d+)?)(?:'| |(?=[NSEW,]|$)) ?(?:(\d{1,2}(?:\.\d+)?)"? ?)?`;
const dmsPattern = new RegExp(
  `^([NSEW])? ?${sexagesimal}([NSEW])? ?[,;/]? ?([NSEW])? ?${sexagesimal}([NSEW])?$`,
);

function degreesOf(degrees?: string, minutes?: string, seconds?: string): number {
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  return m >= 60 || s >= 60 ? Number.NaN : Number(degrees) + m / 60 + s / 3600;
}

const parseDms: Parse = (text) => {
  const match = dmsPattern.exec(text.replace(/(\d),(\d+["'])/g, "$1.$2"));
  if (!match) return undefined;
  const [, a, d1, m1, s1, b, c, d2, m2, s2, e] = match;
  if (!(a ?? b) || !(c ?? e)) return text.includes("°") ? pairOfDms(match) : undefined;
  return pair(angleOf(a, degreesOf(d1, m1, s1), b), angleOf(c, degreesOf(d2, m2, s2), e), "dms");
};

function pairOfDms([, , d1, m1, s1, , , d2, m2, s2]: RegExpExecArray): CoordinateResult {
  return pair({ value: degreesOf(d1, m1, s1) }, { value: degreesOf(d2, m2, s2) }, "dms");
}

const eastingPattern = String.raw`(\d{6}(?:\.\d+)?|\d{3} \d{3})`;
const northingPattern = String.raw`(\d{6,8}(?:\.\d+)?|\d{1,2} \d{3} \d{3})`;
const utmPattern = new RegExp(
  `^(?:(\\d{1,2}) ?([C-HJ-NP-X])[ ,]+)?${eastingPattern} ?(?:M?E)?[ ,;/]+${northingPattern} ?(?:M?N)?$`,
);

function metres(text = ""): number {
  return Number(text.replace(/ /g, ""));
}

const parseUtm: Parse = (text) => {
  const match = utmPattern.exec(text);
  if (!match) return undefined;
  const [, zone, letter, easting, northing] = match;
  // A lone N after the zone means the northern half here, as field sheets write 48N; the band N would be 0 to 8° north.
  const northern = letter === undefined || letter >= "N";
  try {
    const place = toLatLon(metres(easting), metres(northing), Number(zone ?? homeZone), undefined, northern);
    return located(place.longitude, place.latitude, "utm");
  } catch {
    return { ok: false, error: "out-of-range" };
  }
};

const mgrsPattern = /^(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]{2})((?: ?\d+){0,2})$/;

const parseMgrs: Parse = (text) => {
  const match = mgrsPattern.exec(text);
  if (!match) return undefined;
  const digits = (match[4] ?? "").replace(/ /g, "");
  if (digits.length % 2 === 1 || digits.length > 10) return { ok: false, error: "incomplete" };
  try {
    const [lng, lat] = mgrs.toPoint(`${match[1]}${match[2]}${match[3]}${digits}`);
    return located(lng, lat, "mgrs");
  } catch {
    return { ok: false, error: "not-mgrs" };
  }
};

const parsers: readonly Parse[] = [parseMgrs, parseUtm, parseDecimal, parseDms];

/** Reads a typed place, or returns undefined when the text does not look like one. */
export function parseCoordinates(typed: string): CoordinateResult | undefined {
  const text = tidy(typed);
  if (text.length === 0 || text.length > 80 || !/\d/.test(text)) return undefined;
  for (const parse of parsers) {
    const result = parse(text);
    if (result) return result;
  }
  const half =
    /^[NSEW]? ?\d{1,3}(\.\d+|°.*)[NSEW]?,?$/.test(text) || /^[NS] ?\d|^\d[\d.°'" ]*[NS]$/.test(text);
  return half ? { ok: false, error: "incomplete" } : undefined;
}

function sexagesimalOf(value: number, letters: string): string {
  const tenths = Math.round(Math.abs(value) * 36_000);
  const pad = (part: number, width: number) => String(part).padStart(width, "0");
  const seconds = `${pad(Math.floor((tenths % 600) / 10), 2)}.${tenths % 10}`;
  const letter = value < 0 ? letters.charAt(1) : letters.charAt(0);
  return `${Math.floor(tenths / 36_000)}°${pad(Math.floor(tenths / 600) % 60, 2)}′${seconds}″ ${letter}`;
}

const formatters: Record<CoordinateFormat, (lng: number, lat: number) => string> = {
  decimal: (lng, lat) =>
    `${Math.abs(lat).toFixed(5)} ${lat < 0 ? "S" : "N"} ${Math.abs(lng).toFixed(5)} ${lng < 0 ? "W" : "E"}`,
  dms: (lng, lat) => `${sexagesimalOf(lat, "NS")} ${sexagesimalOf(lng, "EW")}`,
  utm: (lng, lat) => {
    const { easting, northing, zoneNum } = fromLatLon(lat, lng);
    return `${zoneNum}${lat < 0 ? "S" : "N"} ${Math.round(easting)} ${Math.round(northing)}`;
  },
  mgrs: (lng, lat) =>
    mgrs.forward([lng, lat], 5).replace(/^(\d+[A-Z])([A-Z]{2})(\d{5})(\d{5})$/, "$1 $2 $3 $4"),
};

/** Writes a place in one of the formats, to about a metre (a tenth of a second in `dms`: three metres). */
export function formatCoordinates(lng: number, lat: number, format: CoordinateFormat): string {
  return formatters[format](lng, lat);
}
