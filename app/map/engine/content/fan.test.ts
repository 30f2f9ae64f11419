import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LngLat } from "@/domain/geo";
import borders from "@/map/built/borders.json";
import { type Countries, sidesOf } from "@/map/places/sides";
import { fan } from "./fan";
import { cellAround, withinCell } from "./sides";

const countries = JSON.parse(readFileSync("map/built/countries.json", "utf8")) as Countries;
const sideAt = sidesOf(countries);
const line = borders.features
  .filter(({ properties }) => properties.pair === "KH-LA")
  .flatMap(({ geometry }) => geometry.coordinates.flat()) as [number, number][];
const width = 50;

/** The same numbers each time. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Web Mercator at a zoom, as the map projects. */
function projection(zoom: number) {
  const world = 512 * 2 ** zoom;
  return {
    project: ({ lng, lat }: LngLat) => ({
      x: ((lng + 180) / 360) * world,
      y: (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world,
    }),
    unproject: (x: number, y: number): LngLat => ({
      lng: (x / world) * 360 - 180,
      lat: (Math.atan(Math.exp((0.5 - y / world) * 2 * Math.PI)) * 360) / Math.PI - 90,
    }),
  };
}

type Spot = { id: string; x: number; y: number; place: LngLat };

function opened(places: readonly LngLat[], zoom: number) {
  const { project, unproject } = projection(zoom);
  const spots = places.map((place, index): Spot => ({ id: String(index), ...project(place), place }));
  const shown = fan(spots, {
    width,
    mayStand: ({ place }, x, y) => {
      const at = unproject(x, y);
      return sideAt(at.lng, at.lat) === sideAt(place.lng, place.lat);
    },
  });
  return { spots, shown, unproject };
}

const zooms = [5, 6.5, 7.4, 8, 9.3, 10, 11, 12, 13, 15];

describe("fan", () => {
  it("shows no symbol on the wrong side of the drawn border, at any zoom, in stacks along all of it", () => {
    const random = randoms(7);
    let displaced = 0;
    let asked = 0;
    for (const zoom of zooms) {
      const pixel = 360 / (512 * 2 ** zoom);
      for (let at = 0; at < line.length; at += 12) {
        const [lng, lat] = line[at] ?? [0, 0];
        const near = () => (random() - 0.5) * pixel * 30;
        const places = Array.from({ length: 2 + Math.floor(random() * 4) }, () => ({
          lng: lng + near(),
          lat: lat + near(),
        }));
        const { spots, shown, unproject } = opened(places, zoom);
        asked += spots.length;
        for (const { id, place } of spots) {
          const to = shown.get(id);
          if (!to) continue;
          displaced += 1;
          const { lng: east, lat: north } = unproject(to.x, to.y);
          expect(sideAt(east, north), `${zoom} ${place.lng} ${place.lat}`).toBe(sideAt(place.lng, place.lat));
        }
      }
    }
    expect(displaced / asked, "the border costs few of them their room").toBeGreaterThan(0.95);
  });

  it("shows each on the bearing of its own place, beside the others, with its place in sight", () => {
    const random = randoms(3);
    for (let round = 0; round < 200; round += 1) {
      const spots = Array.from({ length: 2 + (round % 7) }, (_, index) => ({
        id: String(index),
        x: random() * 30,
        y: random() * 30,
      }));
      const shown = fan(spots, { width, mayStand: () => true });
      expect(shown.size).toBe(spots.length);
      const middle = {
        x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
        y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
      };
      const all = [...shown.entries()];
      for (const [id, { x, y }] of all) {
        const own = spots.find((spot) => spot.id === id) ?? middle;
        const isAway = (own.x - middle.x) * (x - own.x) + (own.y - middle.y) * (y - own.y);
        if (Math.hypot(own.x - middle.x, own.y - middle.y) > width * 0.06)
          expect(isAway).toBeGreaterThan(-1e-6);
        for (const spot of spots) expect(Math.hypot(spot.x - x, spot.y - y)).toBeGreaterThan(width * 0.7);
        for (const [other, at] of all)
          if (other !== id) expect(Math.hypot(at.x - x, at.y - y)).toBeGreaterThan(width * 0.98);
      }
    }
  });

  it("takes the very bearing where nothing is in the way", () => {
    const spots = [
      { id: "north", x: 0, y: -6 },
      { id: "south", x: 0, y: 6 },
    ];
    const shown = fan(spots, { width, mayStand: () => true });
    expect(shown.get("north")?.x).toBeCloseTo(0);
    expect(shown.get("north")?.y).toBeCloseTo(-6 - width);
    expect(shown.get("south")?.y).toBeCloseTo(6 + width);
  });

  it.each([2, 5, 12, 24])("spreads %i at one place evenly", (count) => {
    const spots = Array.from({ length: count }, (_, index) => ({ id: String(index), x: 0, y: 0 }));
    const shown = [...fan(spots, { width, mayStand: () => true }).values()];
    expect(shown).toHaveLength(count);
    const radii = shown.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1e-6);
  });

  it("leaves where it is what may stand nowhere else", () => {
    const spots = [
      { id: "free", x: 0, y: 0 },
      { id: "bound", x: 0, y: 0 },
    ];
    const shown = fan(spots, { width, mayStand: ({ id }) => id === "free" });
    expect([...shown.keys()]).toEqual(["free"]);
  });
});

describe("withinCell", () => {
  const cells = line.flatMap(([lng, lat], index) => (index % 5 === 0 ? [{ lng, lat }] : []));
  const centreOf = (degrees: number) => Math.round((Math.floor(degrees / 0.1) * 0.1 + 0.05) * 1e3) / 1e3;

  it("keeps a coarse place within its cell and on the side that the report names", () => {
    let moved = 0;
    for (const place of cells) {
      const centre = { lng: centreOf(place.lng), lat: centreOf(place.lat) };
      const [west, south, east, north] = cellAround(centre);
      for (const country of ["KH", "LA"]) {
        const shown = withinCell(centre, country, sideAt);
        expect(shown.lng).toBeGreaterThanOrEqual(west);
        expect(shown.lng).toBeLessThanOrEqual(east);
        expect(shown.lat).toBeGreaterThanOrEqual(south);
        expect(shown.lat).toBeLessThanOrEqual(north);
        if (shown === centre) continue;
        moved += 1;
        expect(sideAt(shown.lng, shown.lat)).toBe(country);
      }
    }
    expect(moved).toBeGreaterThan(20);
  });
});
