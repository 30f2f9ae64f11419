import type { Point } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyMapAssets } from "@/map/copy-assets.mjs";
import { type MapPage, openMapPage } from "./testing/browser";

type Place = [lng: number, lat: number];

let map: MapPage;

beforeAll(async () => {
  copyMapAssets();
  map = await openMapPage();
}, 180_000);
afterAll(() => map?.close());

async function clickAt(lng: number, lat: number): Promise<void> {
  const point = await map.page.evaluate(([x, y]) => window.probe.engine.map.project([x, y]), [
    lng,
    lat,
  ] as const);
  await map.page.mouse.click(point.x, point.y);
}

const inView = () => map.page.evaluate(() => window.probe.engine.inView().map((incident) => incident.id));
const drawn = () => map.page.evaluate(() => window.probe.engine.drawn());
const rendered = (layer: string) =>
  map.page.evaluate((id) => window.probe.engine.map.queryRenderedFeatures({ layers: [id] }).length, layer);

describe("a map whose base map loads slowly", { timeout: 120_000 }, () => {
  it("draws the incidents before the rivers, and no longer says that it is loading", async () => {
    const slow = await openMapPage({ withhold: "rivers.json" });
    try {
      await slow.page.waitForFunction(() => window.probe.engine.drawn() === 8);
      expect(await slow.page.evaluate(() => window.probe.engine.map.loaded())).toBe(false);
      expect(await slow.page.locator(".sekong-loading").count()).toBe(0);
    } finally {
      await slow.close();
    }
  });
});

describe("a wall", { timeout: 120_000 }, () => {
  it("labels what is of very high impact with its reference, and opens a stack of them by itself", async () => {
    const wall = await openMapPage({ screen: "wall" });
    const seen = (layer: string) =>
      wall.page.evaluate(
        (id) => [
          ...new Set(
            window.probe.engine.map
              .queryRenderedFeatures({ layers: [id] })
              .map((each) => String(each.properties.ref ?? each.properties.text)),
          ),
        ],
        layer,
      );
    try {
      expect(await seen("urgent-refs")).toEqual(["STR-7304"]);
      await wall.page.evaluate(() => {
        const [first] = window.probe.incidents;
        if (first)
          window.probe.engine.apply([
            { id: "second", after: { ...first, id: "second", ref: "KH-STR-2002" } },
          ]);
      });
      await wall.idle();
      for (const layer of ["spider", "spider-refs"])
        expect((await seen(layer)).sort()).toEqual(["STR-2002", "STR-7304"]);
      expect(await seen("urgent")).toEqual([]);
      await wall.page.evaluate(() => window.probe.engine.apply([{ id: "second" }]));
      await wall.page.waitForFunction(() => document.getElementById("map")?.dataset.mapIncidents === "8");
      await wall.idle();
      expect([await seen("urgent"), await seen("spider")]).toEqual([["STR-7304"], []]);
    } finally {
      await wall.close();
    }
  });
});

describe("the map engine in a browser", { timeout: 120_000 }, () => {
  it("draws every incident it was given, those in clusters counted", async () => {
    expect(await drawn()).toBe(8);
    expect(await rendered("urgent")).toBe(1);
  });

  it("lists what is in view, the most urgent first", async () => {
    expect((await inView()).slice(0, 2)).toEqual(["victims", "pursuit"]);
  });

  it("draws a coarse place as an area", async () => {
    expect(await rendered("area-fill")).toBeGreaterThan(0);
    expect(await rendered("urgent-coarse")).toBe(1);
  });

  it("selects by a click and marks the selected incident", async () => {
    await clickAt(106.42, 14.1);
    await map.page.waitForFunction(() => window.probe.selected === "pursuit");
    expect(await map.page.locator(".sekong-selected").innerText()).toBe("KH-STR-1144");
  });

  it("draws a new incident and takes a recalled one away", async () => {
    await map.page.evaluate(() => {
      const [first] = window.probe.incidents;
      if (first)
        window.probe.engine.apply([
          { id: "new", after: { ...first, id: "new", place: { lng: 105, lat: 14 } } },
        ]);
    });
    await map.idle();
    expect(await drawn()).toBe(9);
    await map.page.evaluate(() => window.probe.engine.apply([{ id: "new" }]));
    await map.page.waitForFunction(() => document.getElementById("map")?.dataset.mapIncidents === "8");
    await map.idle();
    expect(await drawn()).toBe(8);
  });

  it("moves an incident out of the urgent ones when it closes, without drawing it twice", async () => {
    const close = (status: "closed" | "verified") =>
      map.page.evaluate((next) => {
        const [first] = window.probe.incidents;
        if (first) window.probe.engine.apply([{ id: first.id, after: { ...first, status: next } }]);
      }, status);
    await close("closed");
    await map.idle();
    expect([await rendered("urgent"), await drawn()]).toEqual([0, 8]);
    await close("verified");
    await map.idle();
    expect([await rendered("urgent"), await drawn()]).toEqual([1, 8]);
  });

  it("changes language, theme and a side's age in place", async () => {
    await map.page.evaluate(() => {
      window.probe.engine.setLanguage("lo");
      window.probe.engine.setTheme("light");
      window.probe.engine.setStale("LA", "07:12");
    });
    await map.idle();
    expect(await map.page.locator(".sekong-stale").innerText()).toBe("LA as of 07:12");
    expect(await rendered("old-dots")).toBeGreaterThan(0);
    expect(await drawn()).toBe(8);
    await map.page.evaluate(() => window.probe.engine.setStale(null));
    await map.idle();
    expect(await map.page.locator(".sekong-stale").count()).toBe(0);
    expect(await rendered("old-dots")).toBe(0);
  });

  it("opens a stack as a spider", async () => {
    await map.page.evaluate(() => window.probe.engine.map.jumpTo({ center: [106, 13.929], zoom: 12.4 }));
    await map.idle();
    await clickAt(106, 13.929);
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 5,
    );
    await map.page.evaluate(() => window.probe.engine.camera.goHome());
    await map.idle();
    expect(await rendered("spider")).toBe(0);
  });

  /** Two more of very high impact where one is: a stack no cluster takes in. */
  const pile = ["pile-1", "pile-2"];
  const putPile = (present: boolean) =>
    map.page.evaluate(
      ({ ids, put }) => {
        const [first] = window.probe.incidents;
        if (first)
          window.probe.engine.apply(ids.map((id) => ({ id, ...(put ? { after: { ...first, id } } : {}) })));
      },
      { ids: pile, put: present },
    );
  const opened = () =>
    map.page.evaluate(() =>
      window.probe.engine.map
        .queryRenderedFeatures({ layers: ["spider"] })
        .map((each) => String(each.properties.id))
        .sort(),
    );

  it("counts and opens a stack of very high impact by a click, and selects one in it", async () => {
    await putPile(true);
    await map.idle();
    const count = await map.page.evaluate(() =>
      window.probe.engine.map
        .queryRenderedFeatures({ layers: ["stack-counts"] })
        .map((each) => each.properties.text),
    );
    expect(count).toEqual(["3"]);
    await clickAt(106.05, 13.75);
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 3,
    );
    await map.idle();
    expect(await rendered("urgent")).toBe(0);
    const [lng = 0, lat = 0] = await map.page.evaluate(() => {
      const { map: drawn } = window.probe.engine;
      const [found] = drawn.queryRenderedFeatures({
        layers: ["spider"],
        filter: ["==", ["get", "id"], "pile-2"],
      });
      return (found as { geometry: Point } | undefined)?.geometry.coordinates ?? [];
    });
    await clickAt(lng, lat);
    await map.page.waitForFunction(() => window.probe.selected === "pile-2");
  });

  it("takes what is recalled out of an opened stack, and opens the rest by the keyboard", async () => {
    await map.page.evaluate(() => window.probe.engine.apply([{ id: "pile-2" }]));
    await map.page.waitForFunction(() => document.getElementById("map")?.dataset.mapIncidents === "9");
    await map.idle();
    expect(await opened()).toEqual(["pile-1", "victims"]);
    const canvas = map.page.locator("canvas");
    await canvas.press("Escape");
    await map.idle();
    expect([await opened(), await rendered("urgent")]).toEqual([[], 2]);
    await map.page.evaluate(() => window.probe.engine.map.jumpTo({ center: [106.05, 13.75] }));
    await map.idle();
    await canvas.press("Enter");
    await map.page.waitForFunction(
      () => window.probe.engine.map.queryRenderedFeatures({ layers: ["spider"] }).length === 2,
    );
    await canvas.press("Escape");
    await putPile(false);
    await map.page.evaluate(() => window.probe.engine.camera.goHome());
    await map.page.waitForFunction(() => document.getElementById("map")?.dataset.mapIncidents === "8");
    await map.idle();
  });

  it("removes a unit at once when it is not among those it is given", async () => {
    const show = (ids: string[]) =>
      map.page.evaluate((given) => {
        window.probe.engine.setUnits(
          given.map((id) => ({
            id,
            owner: "LA",
            kind: "patrol",
            callsign: id,
            lng: 105.4,
            lat: 14.5,
            heading: 90,
            freshness: "fresh",
          })),
        );
      }, ids);
    await show(["LA-1"]);
    await map.idle();
    expect([await rendered("units"), await rendered("unit-headings")]).toEqual([1, 1]);
    await show([]);
    await map.idle();
    expect([await rendered("units"), await rendered("unit-headings")]).toEqual([0, 0]);
  });

  it("pans by the keyboard and names itself to a screen reader", async () => {
    const canvas = map.page.locator("canvas");
    expect(await canvas.getAttribute("aria-label")).toBe("Map of the border provinces");
    const before = await map.page.evaluate(() => window.probe.engine.map.getCenter().lng);
    await canvas.focus();
    await canvas.press("ArrowRight");
    await map.page.waitForFunction((lng) => window.probe.engine.map.getCenter().lng > lng + 0.05, before);
  });

  it("picks a place, and measures", async () => {
    await map.page.evaluate(() => window.probe.engine.setPicking(true));
    await clickAt(105.2, 13.6);
    await map.page.waitForFunction(() => window.probe.picked !== undefined);
    const [lng = 0, lat = 0] = (await map.page.evaluate(() => window.probe.picked)) ?? [];
    expect(Math.hypot(lng - 105.2, lat - 13.6)).toBeLessThan(0.01);
    await map.page.evaluate(() => {
      window.probe.engine.setPicking(false);
      window.probe.engine.measure.set(true);
    });
    await clickAt(105.2, 13.6);
    await clickAt(105.2, 13.9);
    await map.idle();
    expect(await rendered("measure-line")).toBeGreaterThan(0);
    await map.page.evaluate(() => window.probe.engine.measure.set(false));
  });

  it("draws an area by the keyboard alone", async () => {
    await map.page.evaluate(() =>
      window.probe.engine.sketch({
        shape: "area",
        onGeometry: (geometry) => {
          window.probe.sketched = geometry;
        },
      }),
    );
    const { keyboard } = map.page;
    await keyboard.press(" ");
    for (const key of ["ArrowRight", "ArrowDown"]) {
      const before = await map.page.evaluate(() => window.probe.engine.map.getCenter().toString());
      await keyboard.press(key);
      await map.page.waitForFunction((old) => {
        const { map: drawn } = window.probe.engine;
        return drawn.getCenter().toString() !== old && !drawn.isMoving();
      }, before);
      await keyboard.press(" ");
    }
    await keyboard.press("Enter");
    await map.page.waitForFunction(() => window.probe.sketched !== undefined);
    const sketched = await map.page.evaluate(() => window.probe.sketched);
    expect(sketched?.type).toBe("Polygon");
    expect(sketched?.type === "Polygon" ? sketched.coordinates[0]?.length : 0).toBe(4);
    await map.page.evaluate(() => window.probe.engine.endSketch());
  });

  it("changes an existing shape by dragging a corner, and by the keyboard", async () => {
    const line = { type: "LineString" as const, coordinates: [[105, 13.6] as Place, [105.6, 14.2] as Place] };
    const changed = () => map.page.evaluate(() => window.probe.sketched?.coordinates as Place[] | undefined);
    await map.page.evaluate(async (before) => {
      window.probe.engine.map.jumpTo({ center: [105.4, 14], zoom: 7 });
      delete window.probe.sketched;
      await window.probe.engine.sketch({
        shape: "line",
        before,
        onGeometry: (geometry) => {
          window.probe.sketched = geometry;
        },
      });
    }, line);
    const [from, to] = await map.page.evaluate(() =>
      [
        [105, 13.6],
        [105, 14.4],
      ].map(([lng = 0, lat = 0]) => window.probe.engine.map.project([lng, lat])),
    );
    const { mouse, keyboard } = map.page;
    await mouse.move(from?.x ?? 0, from?.y ?? 0);
    await mouse.down();
    await mouse.move(to?.x ?? 0, to?.y ?? 0, { steps: 5 });
    await mouse.up();
    await map.page.waitForFunction(() => window.probe.sketched !== undefined);
    const [dragged, other] = (await changed()) ?? [];
    expect(Math.hypot((dragged?.[0] ?? 0) - 105, (dragged?.[1] ?? 0) - 14.4)).toBeLessThan(0.05);
    expect(other).toEqual([105.6, 14.2]);
    const look = (center: Place) =>
      map.page.evaluate((at) => void window.probe.engine.map.jumpTo({ center: at }), center);
    await look([105.6, 14.2]);
    await map.page.locator("canvas").focus();
    await keyboard.press(" ");
    await look([106.1, 14.6]);
    await keyboard.press(" ");
    expect(await changed()).toEqual([dragged, [106.1, 14.6]]);
    await map.page.evaluate(() => window.probe.engine.endSketch());
  });

  it("always shows that borders are indicative and whose data it is", async () => {
    const note = await map.page.locator(".sekong-map-note").innerText();
    for (const words of [
      "Boundaries indicative only",
      "OpenStreetMap",
      "Natural Earth",
      "GSHHG",
      "GeoNames",
    ]) {
      expect(note).toContain(words);
    }
  });

  it("sent no request to another host and reported no error", () => {
    expect(map.foreign).toEqual([]);
    expect(map.errors).toEqual([]);
  });
});
