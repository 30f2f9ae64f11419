import type { Palette } from "@/map/style/palette";
import type { Part } from "./parts";

/** The part of a canvas context that the map's images use. */
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A part of the drawing plane, in symbol units. */
export type Box = { left: number; top: number; width: number; height: number };

/** Incident symbols on the map: centred on the frame, so that the place lies in its middle. */
export const symbolBox: Box = { left: -4, top: -15, width: 72, height: 90 };
/** Units and place marks. */
export const discBox: Box = { left: 0, top: 0, width: 64, height: 64 };
/** Heading arrows turn about the unit's centre. */
export const headingBox: Box = { left: -8, top: -8, width: 80, height: 80 };

function drawPart(context: Context, part: Part, palette: Palette): void {
  const path = new Path2D(part.path);
  context.save();
  if (part.at) {
    const [x, y, scale] = part.at;
    context.translate(x, y);
    context.scale(scale, scale);
  }
  context.globalAlpha = part.opacity ?? 1;
  context.lineJoin = "round";
  context.lineCap = part.round ? "round" : "butt";
  if (part.fill) {
    context.fillStyle = palette[part.fill];
    context.fill(path);
  }
  if (part.stroke) {
    context.strokeStyle = palette[part.stroke];
    context.lineWidth = part.width ?? 1;
    context.setLineDash([...(part.dash ?? [])]);
    context.stroke(path);
  }
  context.restore();
}

/** A canvas of the given size in device pixels and its context. */
export function canvasOf(width: number, height: number): { context: Context; read: () => ImageData } {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no 2D canvas");
  return { context, read: () => context.getImageData(0, 0, canvas.width, canvas.height) };
}

/** Draws shapes to pixels: `width` in CSS pixels for the box's width, at `ratio` device pixels each. */
export function drawParts(
  parts: readonly Part[],
  box: Box,
  width: number,
  palette: Palette,
  ratio = 2,
): ImageData {
  const scale = (width * ratio) / box.width;
  const { context, read } = canvasOf(box.width * scale, box.height * scale);
  context.scale(scale, scale);
  context.translate(-box.left, -box.top);
  for (const part of parts) drawPart(context, part, palette);
  return read();
}
