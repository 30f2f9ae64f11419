/** Drawing by hand with terra-draw; this file is loaded only when somebody draws. */
import type { Map as MapLibre } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { DrawingGeometry } from "@/domain/drawing/schema";
import { type Palette, palettes, type Theme } from "@/map/style";
import type { MapDrawing } from "../../types";
import { type Corner, nearestCorner, withCorner } from "./reshape";

const modeOf = { point: "point", label: "point", line: "linestring", area: "polygon" } as const;
/** Decimals of a degree; six are 0.1 m, and terra-draw refuses more than its adapter is set to. */
const precision = 6;
/** The keyboard takes a corner at most this many pixels from the middle of the map. */
const keyReach = 28;

type Hex = `#${string}`;

function modes({ focus, surface }: Palette) {
  const [ink, ground] = [focus as Hex, surface as Hex];
  const point = { pointColor: ground, pointOutlineColor: ink, pointOutlineWidth: 2, pointWidth: 6 };
  const line = { lineStringColor: ink, lineStringWidth: 3 };
  const area = { fillColor: ink, fillOpacity: 0.15, outlineColor: ink, outlineWidth: 3 };
  const dragged = {
    feature: {
      draggable: true,
      coordinates: { midpoints: true, draggable: true, deletable: true },
    },
  };
  return [
    new TerraDrawPointMode({ styles: point }),
    new TerraDrawLineStringMode({ styles: line }),
    new TerraDrawPolygonMode({ styles: area }),
    new TerraDrawSelectMode({
      // Its own keys would delete or rotate the shape; ours move its corners.
      keyEvents: null,
      flags: { point: { feature: { draggable: true } }, linestring: dragged, polygon: dragged },
      styles: { selectedPolygonColor: ink, selectedLineStringColor: ink, selectedPointColor: ink },
    }),
  ];
}

function rounded<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "number" ? Number(part.toFixed(precision)) : part,
  ) as Value;
}

function geometryOf({ geometry }: GeoJSONStoreFeatures): DrawingGeometry {
  return rounded(geometry) as DrawingGeometry;
}

export type SketchOptions = {
  theme: Theme;
  shape: MapDrawing["shape"];
  /** The drawing to change; without it a new one is drawn. */
  before?: DrawingGeometry;
  /** Called once when a new drawing is complete, or at each change of an existing one. */
  onGeometry: (geometry: DrawingGeometry) => void;
};

/** Focuses the map and calls `act` when the space bar is pressed on it. Returns a function that ends that. */
function listenForSpace(map: MapLibre, act: () => void): () => void {
  const canvas = map.getCanvas();
  const press = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    act();
  };
  canvas.addEventListener("keydown", press);
  canvas.focus();
  return () => canvas.removeEventListener("keydown", press);
}

/** Sets a point in the middle of the map: drawing without a pointer. */
function pressMiddle(map: MapLibre): void {
  const canvas = map.getCanvas();
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, isPrimary: true, bubbles: true };
  for (const [type, buttons] of [
    ["pointermove", 0],
    ["pointerdown", 1],
    ["pointerup", 0],
  ] as const) {
    canvas.dispatchEvent(new PointerEvent(type, { ...at, button: 0, buttons, pointerType: "mouse" }));
  }
}

/** Takes the corner nearest to the middle of the map, and puts it where the middle is when called again. */
function cornerMover(
  map: MapLibre,
  get: () => DrawingGeometry | undefined,
  put: (next: DrawingGeometry) => void,
) {
  let held: Corner | undefined;
  const hold = (corner: Corner | undefined) => {
    held = corner;
    map.getContainer().classList.toggle("sekong-holding", corner !== undefined);
  };
  return {
    act: () => {
      const geometry = get();
      if (!geometry) return;
      const middle = map.project(map.getCenter());
      if (held) {
        const { lng, lat } = map.getCenter();
        put(rounded(withCorner(geometry, held, [lng, lat])));
        hold(undefined);
      } else {
        const far = ([lng, lat]: [number, number]) => map.project([lng, lat]).dist(middle);
        hold(nearestCorner(geometry, far, keyReach));
      }
    },
    end: () => hold(undefined),
  };
}

/** Lets an existing shape be changed by dragging or by the keyboard. Returns a function that ends that. */
function reshape(
  map: MapLibre,
  draw: TerraDraw,
  { shape, before, onGeometry }: SketchOptions & { before: DrawingGeometry },
): () => void {
  draw.setMode("select");
  const feature = { type: "Feature" as const, geometry: before, properties: { mode: modeOf[shape] } };
  const [added] = draw.addFeatures([feature as GeoJSONStoreFeatures]);
  const id = added?.id;
  if (id === undefined || !added?.valid) return () => undefined;
  draw.selectFeature(id);
  const get = () => {
    const drawn = draw.getSnapshotFeature(id);
    return drawn && geometryOf(drawn);
  };
  draw.on("change", (ids) => {
    const geometry = ids.includes(id) ? get() : undefined;
    if (geometry) onGeometry(geometry);
  });
  const mover = cornerMover(map, get, (next) => {
    draw.deselectFeature(id);
    draw.updateFeatureGeometry(id, next);
    draw.selectFeature(id);
    onGeometry(next);
  });
  const unsubscribe = listenForSpace(map, mover.act);
  return () => {
    unsubscribe();
    mover.end();
  };
}

/** Lets the user draw or change one shape. Returns a function that ends that and takes the shape off the map. */
export function sketch(map: MapLibre, options: SketchOptions): () => void {
  const { theme, shape, before, onGeometry } = options;
  const adapter = new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: precision });
  const draw = new TerraDraw({ adapter, modes: modes(palettes[theme]) });
  draw.start();
  const begin = () => {
    if (before) return reshape(map, draw, { ...options, before });
    draw.setMode(modeOf[shape]);
    draw.on("finish", (id) => {
      const feature = draw.getSnapshotFeature(id);
      if (feature) onGeometry(geometryOf(feature));
    });
    return listenForSpace(map, () => pressMiddle(map));
  };
  const end = begin();
  return () => {
    end();
    draw.stop();
  };
}
