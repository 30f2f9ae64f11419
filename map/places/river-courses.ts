/** Rough courses of the known rivers through known places on them: they name the source's unnamed lines. */
import type { Position } from "geojson";

export const riverIds = ["mekong", "sekong", "sesan", "srepok", "ropov"] as const;
export type RiverId = (typeof riverIds)[number];

export type Course = {
  /** Ranks of the source's lines that may belong to it. */ levels: readonly number[];
  withinDegrees: number;
  line: readonly Position[];
};

export const courses: Record<RiverId, Course> = {
  mekong: {
    levels: [0, 1],
    withinDegrees: 0.12,
    line: [
      [104.9, 16.5],
      [105.3, 16],
      [105.62, 15.65],
      [105.5, 15.36],
      [105.79, 15.12],
      [105.9, 14.8],
      [105.85, 14.5],
      [105.83, 14.15],
      [105.98, 13.95],
      [106, 13.7],
      [105.95, 13.52],
      [105.95, 13.25],
      [106.03, 12.9],
      [106.02, 12.45],
      [105.9, 12.2],
      [105.5, 12],
    ],
  },
  sekong: {
    levels: [2],
    withinDegrees: 0.1,
    line: [
      [106.9, 15.9],
      [106.78, 15.6],
      [106.72, 15.35],
      [106.87, 15],
      [106.83, 14.81],
      [106.54, 14.6],
      [106.33, 14.45],
      [106.4, 14.15],
      [106.32, 14],
      [106.25, 13.76],
      [106.03, 13.57],
    ],
  },
  sesan: {
    levels: [3],
    withinDegrees: 0.09,
    line: [
      [106.28, 13.58],
      [106.4, 13.66],
      [106.52, 13.69],
      [106.66, 13.79],
      [106.81, 13.97],
      [106.97, 14.06],
      [107.1, 14.06],
      [107.24, 13.99],
      [107.33, 13.87],
      [107.46, 13.8],
    ],
  },
  srepok: {
    levels: [2],
    withinDegrees: 0.1,
    line: [
      [106.27, 13.57],
      [106.45, 13.46],
      [106.6, 13.5],
      [106.98, 13.49],
      [107.1, 13.33],
      [107.3, 13.32],
      [107.4, 13.25],
      [107.53, 13.01],
      [107.85, 12.8],
      [107.95, 12.5],
    ],
  },
  ropov: {
    levels: [3],
    withinDegrees: 0.09,
    line: [
      [105.21, 14.35],
      [105.28, 14.18],
      [105.37, 14.11],
      [105.56, 14.14],
      [105.75, 14.12],
    ],
  },
};
