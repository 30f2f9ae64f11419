/** Drawing by hand with terra-draw: loaded only when somebody draws, and gone when they are done. */
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
import type { MapDrawing } from "../types";

const modeOf = { point: "point", label: "point", line: "linestring", area: "polygon" } as const;
/** Six decimals are 0.1 m: finer than any hand, and terra-draw refuses more than it was told. */
const precision = 6;

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
  /** What stands already and is to be changed; without it a new one is drawn. */
  before?: DrawingGeometry;
  /** Called once when a new one is complete, and at each change of one that stood already. */
  onGeometry: (geometry: DrawingGeometry) => void;
};

/** The space bar sets a point in the middle of the map, which the arrow keys move: drawing without a pointer. */
function listenForSpace(map: MapLibre): () => void {
  const canvas = map.getCanvas();
  const press = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, isPrimary: true, bubbles: true };
    for (const [type, buttons] of [
      ["pointermove", 0],
      ["pointerdown", 1],
      ["pointerup", 0],
    ] as const) {
      canvas.dispatchEvent(new PointerEvent(type, { ...at, button: 0, buttons, pointerType: "mouse" }));
    }
  };
  canvas.addEventListener("keydown", press);
  canvas.focus();
  return () => {
    canvas.removeEventListener("keydown", press);
  };
}

/** Lets the user draw or change one shape on the map. The returned function ends it and takes it off the map. */
export function sketch(map: MapLibre, { theme, shape, before, onGeometry }: SketchOptions): () => void {
  const adapter = new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: precision });
  const draw = new TerraDraw({ adapter, modes: modes(palettes[theme]) });
  draw.start();
  const tell = (id: string | number) => {
    const feature = draw.getSnapshotFeature(id);
    if (feature) onGeometry(geometryOf(feature));
  };
  if (before) {
    draw.setMode("select");
    const feature = { type: "Feature" as const, geometry: before, properties: { mode: modeOf[shape] } };
    const [added] = draw.addFeatures([feature as GeoJSONStoreFeatures]);
    if (added?.id !== undefined && added.valid) {
      draw.selectFeature(added.id);
      draw.on("change", (ids) => ids.filter((id) => id === added.id).forEach(tell));
    }
  } else {
    draw.setMode(modeOf[shape]);
    draw.on("finish", tell);
  }
  const deafen = listenForSpace(map);
  return () => {
    deafen();
    draw.stop();
  };
}
