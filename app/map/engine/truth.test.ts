/** That the map shows things where they are: opened stacks, coarse places, what a search found; and what follows what. */
import { readFileSync } from "node:fs";
import type { Point } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyMapAssets } from "@/map/copy-assets.mjs";
import { type Countries, sidesOf } from "@/map/places/sides";
import { search } from "@/map/search";
import type { MapIncident } from "../types";
import { type MapPage, openMapPage } from "./testing/browser";

const sideAt = sidesOf(JSON.parse(readFileSync("map/built/countries.json", "utf8")) as Countries);
let map: MapPage;

const incident = (id: string, lng: number, lat: number, more: Partial<MapIncident> = {}): MapIncident => ({
  id,
  ref: `KH-STR-${id}`,
  owner: "KH",
  kind: "pursuit",
  impact: "very-high",
  status: "verified",
  sharing: "released",
  place: { lng, lat },
  acknowledged: {},
  ...more,
});

const show = async (incidents: readonly MapIncident[]) => {
  await map.page.evaluate((all) => window.probe.engine.setAll(all), incidents);
  await map.idle();
};
const look = async (center: [number, number], zoom: number) => {
  await map.page.evaluate(([at, to]) => void window.probe.engine.map.jumpTo({ center: at, zoom: to }), [
    center,
    zoom,
  ] as const);
  await map.idle();
};
const drawn = (layer: string) =>
  map.page.evaluate(
    (id) =>
      window.probe.engine.map
        .queryRenderedFeatures({ layers: [id] })
        .map(({ properties, geometry }) => ({ id: String(properties.id), geometry })),
    layer,
  );
const placesOf = async (layer: string) =>
  new Map(
    (await drawn(layer)).map(({ id, geometry }) => [id, (geometry as Point).coordinates as [number, number]]),
  );
const selected = () => map.page.evaluate(() => window.probe.selected);
const canvas = () => map.page.locator("canvas");
const centre = () => map.page.evaluate(() => window.probe.engine.map.getCenter().toArray());

beforeAll(async () => {
  copyMapAssets();
  map = await openMapPage();
}, 180_000);
afterAll(() => map?.close());

describe("a stack astride the border", { timeout: 120_000 }, () => {
  // Four at the road crossing: the northern two in Laos, the southern two in Cambodia.
  const four = [
    incident("n1", 105.995, 13.934),
    incident("n2", 106.004, 13.936),
    incident("s1", 105.996, 13.918),
    incident("s2", 106.005, 13.916),
  ];

  it.each([6, 8.5, 9.3])(
    "opens with each on its own side, a leg and a dot at its place, at zoom %d",
    async (zoom) => {
      await show(four);
      await look([106.0, 13.926], zoom);
      await canvas().press("Enter");
      await map.page.waitForFunction(
        () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 4,
      );
      await map.idle();
      const [symbols, dots] = [await placesOf("spider"), await placesOf("spider-dots")];
      expect([...symbols.keys()].sort()).toEqual(["n1", "n2", "s1", "s2"]);
      for (const { id, place } of four) {
        const [lng, lat] = symbols.get(id) ?? [0, 0];
        expect(sideAt(lng, lat), `${id} at ${lng} ${lat}`).toBe(sideAt(place.lng, place.lat));
        const [east, north] = dots.get(id) ?? [0, 0];
        expect(Math.hypot(east - place.lng, north - place.lat)).toBeLessThan(0.01);
        expect(Math.hypot(lng - place.lng, lat - place.lat)).toBeGreaterThan(
          Math.hypot(east - place.lng, north - place.lat),
        );
      }
      expect((await drawn("spider-legs")).length).toBeGreaterThanOrEqual(4);
      await canvas().press("Escape");
      await map.idle();
      expect(await drawn("spider")).toEqual([]);
    },
  );

  it("is gone round by the arrow keys, which leave the map where it is", async () => {
    await show(four);
    await look([106.0, 13.926], 8.5);
    await canvas().press("Enter");
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 4,
    );
    const before = await centre();
    const round: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await canvas().press("ArrowRight");
      round.push(await selected());
    }
    expect([...round].sort()).toEqual(["n1", "n2", "s1", "s2"]);
    await canvas().press("ArrowLeft");
    expect(await selected()).toBe(round[2]);
    expect(await centre()).toEqual(before);
    await canvas().press("Escape");
  });

  it("opens from a cluster whose symbol then is not drawn, and takes in what comes to the same place", async () => {
    const goods = [1, 2, 3].map((number) =>
      incident(`g${number}`, 106, 13.9, { impact: "low", kind: "goods" }),
    );
    await show(goods);
    await look([106, 13.9], 12.5);
    await canvas().press("Enter");
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 3,
    );
    await map.idle();
    expect([await drawn("clusters"), (await drawn("spider-dots")).length]).toEqual([[], 3]);
    await map.page.evaluate((next) => window.probe.engine.apply([{ id: next.id, after: next }]), {
      ...incident("g4", 106, 13.9, { impact: "low", kind: "goods" }),
    });
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 4,
    );
    await canvas().press("Escape");
    await map.idle();
    expect((await drawn("clusters")).length).toBe(1);
  });
});

describe("a coarse place", { timeout: 120_000 }, () => {
  // The middle of this cell is in Laos; the report says Cambodia.
  const coarse = incident("v1", 106.05, 13.95, {
    kind: "victims-in-transit",
    place: { lng: 106.05, lat: 13.95, coarse: true, province: "KH-19" },
  });

  it("is a cell without a dot, and its symbol stands on the side that the report names", async () => {
    await show([coarse]);
    await look([106.05, 13.95], 10.5);
    const ring = (await drawn("area-edge"))[0]?.geometry;
    expect(ring).toBeDefined();
    const [lng, lat] = (await placesOf("urgent")).get("v1") ?? [0, 0];
    expect(sideAt(coarse.place.lng, coarse.place.lat)).toBe("LA");
    expect(sideAt(lng, lat)).toBe("KH");
    expect(Math.max(Math.abs(lng - 106.05), Math.abs(lat - 13.95))).toBeLessThanOrEqual(0.0501);
    expect(await drawn("urgent-coarse")).toEqual([]);
    await look([106.05, 13.95], 7);
    expect((await drawn("urgent-coarse")).length, "zoomed out a square around the symbol says so").toBe(1);
    await look([106.05, 13.95], 12);
    expect((await drawn("urgent-coarse-words")).length, "zoomed in words do").toBe(1);
  });

  it("is marked by a square, its cell and words when it is selected, never by a ring", async () => {
    await look([106.05, 13.95], 10.5);
    await map.page.evaluate(() => window.probe.engine.select("v1"));
    await map.idle();
    const mark = map.page.locator(".sekong-selected");
    expect(await mark.getAttribute("class")).toContain("sekong-somewhere");
    expect(await mark.innerText()).toContain("somewhere in this square");
    expect((await drawn("selected-cell")).length).toBeGreaterThan(0);
    await map.page.evaluate(() => window.probe.engine.select(null));
    await map.idle();
    expect(await drawn("selected-cell")).toEqual([]);
  });

  it("opens in a stack with a leg to its cell and no dot", async () => {
    await show([coarse, { ...coarse, id: "v2" }]);
    await look([106.05, 13.93], 8);
    await canvas().press("Enter");
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 2,
    );
    await map.idle();
    expect([await drawn("spider-dots"), (await drawn("spider-legs")).length > 0]).toEqual([[], true]);
    await canvas().press("Escape");
  });
});

describe("what follows what", { timeout: 120_000 }, () => {
  const hiddenCount = () =>
    map.page.evaluate(() => {
      let count = -1;
      window.probe.engine.onHidden((next) => {
        count = next;
      })();
      return count;
    });

  it("moves to what is selected out of sight, and stays where it is in sight", async () => {
    await show([incident("west", 104.8, 14), incident("east", 107.2, 13.6, { impact: "low" })]);
    await look([104.8, 14], 10);
    const before = await centre();
    await map.page.evaluate(() => window.probe.engine.select("west"));
    expect(await centre()).toEqual(before);
    await map.page.evaluate(() => window.probe.engine.select("east"));
    await map.idle();
    const [lng = 0, lat = 0] = await centre();
    expect([lng, lat].map((value) => Number(value.toFixed(3)))).toEqual([107.2, 13.6]);
  });

  it("draws what the filter holds for and the selected one, and counts the rest", async () => {
    await look([106, 14], 7);
    await map.page.evaluate(() => window.probe.engine.select(null));
    await map.page.evaluate(() => window.probe.engine.setFilter(({ impact }) => impact === "low"));
    await map.idle();
    expect([await drawn("urgent"), (await drawn("incidents")).length, await hiddenCount()]).toEqual([
      [],
      1,
      1,
    ]);
    await map.page.evaluate((next) => window.probe.engine.apply([{ id: next.id, after: next }]), {
      ...incident("other", 105.4, 14.3),
    });
    await map.idle();
    expect(await hiddenCount()).toBe(2);
    await map.page.evaluate(() => window.probe.engine.select("west"));
    await map.idle();
    expect([[...(await placesOf("urgent")).keys()], await hiddenCount()]).toEqual([["west"], 1]);
    await map.page.evaluate(() => window.probe.engine.setFilter(undefined));
    await map.idle();
    expect([(await drawn("urgent")).length, await hiddenCount()]).toEqual([2, 0]);
  });

  it("gives the unit that is clicked, and rings it where it goes", async () => {
    const unit = {
      id: "LA-1",
      owner: "LA" as const,
      kind: "boat" as const,
      callsign: "LIMA 2",
      freshness: "fresh" as const,
    };
    const put = (lng: number) =>
      map.page.evaluate((next) => window.probe.engine.setUnits([next]), { ...unit, lng, lat: 14.6 });
    await put(105.4);
    await map.idle();
    const at = await map.page.evaluate(() => window.probe.engine.map.project([105.4, 14.6]));
    await map.page.mouse.click(at.x, at.y);
    await map.page.waitForFunction(() => window.probe.unit === "LA-1");
    await map.page.evaluate(() => window.probe.engine.selectUnit("LA-1"));
    const ring = map.page.locator(".sekong-unit");
    expect(await ring.innerText()).toBe("LIMA 2");
    const before = await ring.boundingBox();
    await put(105.6);
    await map.idle();
    expect((await ring.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 5);
    await map.page.evaluate(() => window.probe.engine.selectUnit(null));
    expect(await ring.count()).toBe(0);
  });

  it("reads out the place of the pointer, and of the middle once the keyboard leads", async () => {
    await map.page.evaluate(() => {
      window.probe.engine.onReadout((place) => {
        window.probe.readout = place;
      });
    });
    const readout = () => map.page.evaluate(() => window.probe.readout);
    await map.page.mouse.move(200, 150);
    await map.page.mouse.move(201, 150);
    expect((await readout())?.of).toBe("pointer");
    const before = await centre();
    await canvas().press("ArrowRight");
    await map.page.waitForFunction(
      (lng) => window.probe.engine.map.getCenter().lng > (lng ?? 0) + 0.05,
      before[0],
    );
    await map.idle();
    const [lng = 0, lat = 0] = await centre();
    expect(await readout()).toEqual({ lng, lat, of: "middle" });
    await map.page.mouse.move(240, 150);
    expect((await readout())?.of).toBe("pointer");
    await map.page.evaluate(() => void window.probe.engine.map.panBy([40, 0], { animate: false }));
    const under = await map.page.evaluate(() => window.probe.engine.map.unproject([240, 150]).toArray());
    expect((await readout())?.lng).toBeCloseTo(under[0] ?? 0, 6);
  });
});

describe("what a search found", { timeout: 120_000 }, () => {
  const find = async (text: string, kind?: string) => {
    const found = search(text, { language: "en", limit: 40 }).results.find(
      (result) => kind === undefined || (result.type === "place" && result.kind === kind),
    );
    if (found?.type !== "place" && found?.type !== "coordinates") throw new Error(`${text} is no place`);
    await map.page.evaluate((place) => window.probe.engine.showPlace(place), found);
    await map.idle();
    return found;
  };
  const pins = () => map.page.locator(".sekong-found").count();

  it("is outlined and never pinned when it is a province", async () => {
    const { label } = await find("Ratanakiri", "province");
    expect(await pins()).toBe(0);
    expect(await map.page.locator(".sekong-named").innerText()).toBe(label);
    expect((await drawn("found-edge")).length).toBeGreaterThan(0);
    const inside = await map.page.evaluate(() => {
      const bounds = window.probe.engine.map.getBounds();
      return bounds.contains([106.56, 13.17]) && bounds.contains([107.62, 14.68]);
    });
    expect(inside).toBe(true);
  });

  it("is pinned at its place when it is a town or coordinates, and nothing stays outlined", async () => {
    const { lng, lat } = await find("Siem Pang", "town");
    expect(await pins()).toBe(1);
    expect(await drawn("found-edge")).toEqual([]);
    const [east = 0, north = 0] = await centre();
    expect(Math.hypot(east - lng, north - lat)).toBeLessThan(1e-3);
    await find("13.9, 106.1");
    expect(await pins()).toBe(1);
  });

  it("is named alone when it is larger than a point and no outline is known", async () => {
    await find("Siem Pang", "district");
    expect(await pins()).toBe(0);
    expect(await map.page.locator(".sekong-named").count()).toBe(1);
    await map.page.mouse.click(400, 500);
    await map.page.waitForFunction(() => document.querySelector(".sekong-named") === null);
  });

  it("had no error and asked no other host", () => {
    expect([map.foreign, map.errors]).toEqual([[], []]);
  });
});
