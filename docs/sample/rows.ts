/** The rows of the sample files: fictional incidents, the same ones at every run (docs/import.md). */
import type { z } from "zod";
import type { reportSchema } from "@/domain/incident/details";
import { type Impact, type Kind, kinds, type ProvinceCode, purposeOf } from "@/domain/vocabulary";
import { provinceAt } from "@/map/places/province-at";

export type SampleRow = z.input<typeof reportSchema>;
type Details = Omit<SampleRow, "kind" | "impact" | "place" | "occurredAt">;

/** A small seeded generator (mulberry32): numbers from 0 up to, not including, 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Boxes to draw places from, in degrees: west, south, east, north. */
const boxes: Partial<Record<ProvinceCode, readonly [number, number, number, number]>> = {
  "KH-19": [105.6, 13.35, 106.6, 14.45],
  "KH-13": [104.5, 13.3, 105.6, 14.35],
  "KH-16": [106.55, 13.25, 107.5, 14.5],
  "LA-CH": [105.5, 13.95, 106.3, 15.25],
  "LA-AT": [106.4, 14.4, 107.5, 15.1],
};
/** A place must have its province around it this far, in degrees: the borders are only good to a few kilometres. */
const margin = 0.04;

const begin = Date.UTC(2026, 0, 5);
const days = 150;

class Drawer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  oneOf<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.whole(0, values.length - 1)] ?? values[0];
  }

  chance(of: number): boolean {
    return this.#random() < of;
  }

  place(province: ProvinceCode): { lng: number; lat: number } {
    const [west, south, east, north] = boxes[province] ?? [0, 0, 0, 0];
    for (;;) {
      const lng = Math.round((west + this.#random() * (east - west)) * 1_000) / 1_000;
      const lat = Math.round((south + this.#random() * (north - south)) * 1_000) / 1_000;
      const around = [-margin, 0, margin].flatMap((x) =>
        [-margin, 0, margin].map((y) => [lng + x, lat + y] as const),
      );
      if (around.every(([x, y]) => provinceAt(x, y) === province)) return { lng, lat };
    }
  }

  /** Minutes of a day, to the full five. */
  instant(): string {
    return new Date(begin + this.whole(0, days * 288) * 300_000).toISOString().replace(".000Z", "Z");
  }
}

function detailsOf(kind: Kind, draw: Drawer): Details {
  switch (purposeOf(kind)) {
    case "trafficking":
      return {
        people: [
          { role: "possible-victim", ageBand: draw.oneOf(["adult", "unknown"]), count: draw.whole(1, 9) },
        ],
        direction: draw.oneOf(["KH-LA", "LA-KH", "unknown"]),
        handling: draw.oneOf(["H1", "H2"]),
      };
    case "drugs":
      return {
        drugs: [
          {
            substance: draw.oneOf(["methamphetamine", "ketamine", "heroin", "cannabis", "precursor"]),
            quantity: draw.whole(1, 400) / 4,
            unit: "kg",
          },
        ],
        transport: draw.oneOf(["road", "river", "foot"]),
      };
    case "wildlife":
      return {
        transport: draw.oneOf(["river", "road", "foot"]),
        response: [{ action: "patrol", state: "done" }],
      };
    case "smuggling":
      return {
        vehicles: [{ kind: draw.oneOf(["truck", "van", "pickup", "motorbike"]), count: draw.whole(1, 3) }],
        direction: draw.oneOf(["KH-LA", "LA-KH"]),
      };
    case "persons":
      return { people: [{ ageBand: draw.oneOf(["child", "adult"]), count: 1 }], detection: "public" };
    case "border-safety":
      return {
        response: [
          { action: draw.oneOf(["watch", "rescue", "patrol"]), state: draw.oneOf(["done", "planned"]) },
        ],
      };
  }
}

/** Most days are quiet. */
const impacts: readonly [Impact, ...Impact[]] = [
  ...(["low", "low", "low", "low"] as const),
  ...(["medium", "medium", "medium", "medium"] as const),
  ...(["high", "high", "very-high"] as const),
];

function rowOf(province: ProvinceCode, kind: Kind, draw: Drawer): SampleRow {
  return {
    kind,
    impact: draw.oneOf(impacts),
    occurredAt: draw.instant(),
    place: { ...draw.place(province), accuracyM: draw.oneOf([100, 500, 1_000, 2_000]) },
    detection: draw.oneOf(["crossing-check", "patrol", "public", "other"]),
    ...detailsOf(kind, draw),
    ...(draw.chance(0.5)
      ? { grading: { source: draw.oneOf(["A", "B", "C"]), info: draw.oneOf(["1", "2", "3"]) } }
      : {}),
  };
}

/** `count` rows over these provinces in turn, every kind in turn, in the order of their times. */
export function sampleRows(
  count: number,
  provinces: readonly [ProvinceCode, ...ProvinceCode[]],
  seed: number,
): SampleRow[] {
  const draw = new Drawer(seed);
  const rows = Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? "goods";
    return rowOf(provinces[index % provinces.length] ?? provinces[0], kind, draw);
  });
  return rows.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
}

/** The files of the sample by name. */
export function sampleFiles(): Record<string, string> {
  const lines = sampleRows(200, ["KH-19", "KH-13", "KH-16"], 19_13_16).map((row) => JSON.stringify(row));
  const features = sampleRows(12, ["LA-CH", "LA-AT"], 16_17).map(({ place, ...properties }) => {
    const { lng, lat, accuracyM } = place;
    return JSON.stringify({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lng, lat] },
      properties: { ...properties, accuracyM },
    });
  });
  const collection = `{\n"type": "FeatureCollection",\n"features": [\n${features.join(",\n")}\n]\n}`;
  return { "incidents-200.ndjson": `${lines.join("\n")}\n`, "incidents-12.geojson": `${collection}\n` };
}
