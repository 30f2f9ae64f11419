/** Images of the base map: towns, crossings, the dots of an old side, the plate behind a reference. */
import type { Palette, Screen } from "@/map/style";
import { coarseMarkScale, symbolWidth } from "../../symbols/catalogue";
import { canvasOf } from "../../symbols/draw";
import { type Image, ratio } from "./image";

function drawDisc(palette: Palette, hollow: boolean): Image {
  const size = 14;
  const { context, read } = canvasOf(size * ratio, size * ratio);
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(7, 7, hollow ? 3.4 : 2.7, 0, 2 * Math.PI);
  context.lineWidth = hollow ? 4.6 : 3;
  context.strokeStyle = palette.halo;
  context.stroke();
  context.fillStyle = hollow ? palette.halo : palette.text;
  context.fill();
  if (hollow) {
    context.lineWidth = 1.7;
    context.strokeStyle = palette.text;
    context.stroke();
  }
  return { data: read() };
}

function drawGate(palette: Palette): Image {
  const { context, read } = canvasOf(18 * ratio, 18 * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.halo;
  context.fillRect(1, 1, 16, 16);
  context.fillStyle = palette.border;
  context.fillRect(3, 3, 12, 2.4);
  context.fillRect(3, 3, 2.6, 12);
  context.fillRect(12.4, 3, 2.6, 12);
  return { data: read() };
}

function drawDots(palette: Palette): Image {
  const { context, read } = canvasOf(16 * ratio, 16 * ratio);
  context.scale(ratio, ratio);
  context.globalAlpha = 0.55;
  context.fillStyle = palette.ink3;
  for (const [x, y] of [
    [4, 4],
    [12, 12],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 1.5, 0, 2 * Math.PI);
    context.fill();
  }
  return { data: read() };
}

function drawPlate(palette: Palette): Image {
  const { context, read } = canvasOf(24 * ratio, 24 * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.line;
  context.beginPath();
  context.roundRect(0.5, 0.5, 23, 23, 4);
  context.fill();
  context.stroke();
  const stretch: [number, number][] = [[6 * ratio, 18 * ratio]];
  const content: [number, number, number, number] = [4, 4, 44, 44];
  return { data: read(), options: { stretchX: stretch, stretchY: stretch, content } };
}

/** A dotted square, as the cell is one: somewhere in it. */
function drawCoarse(palette: Palette, screen: Screen): Image {
  const size = symbolWidth[screen] * coarseMarkScale;
  const dot = screen === "wall" ? 3 : 2.2;
  const { context, read } = canvasOf(size * ratio, size * ratio);
  context.scale(ratio, ratio);
  context.translate(size / 2, size / 2);
  const half = size / 2 - dot;
  context.globalAlpha = 0.06;
  context.fillStyle = palette.ink1;
  context.fillRect(-half, -half, 2 * half, 2 * half);
  context.globalAlpha = 1;
  context.fillStyle = palette.ink2;
  const dots = Math.round((2 * half) / (dot * 2.3));
  for (let index = 0; index < dots; index += 1) {
    const along = -half + (index / dots) * 2 * half;
    for (const [x, y] of [
      [along, -half],
      [half, along],
      [-along, half],
      [-half, -along],
    ] as const) {
      context.beginPath();
      context.arc(x, y, dot / 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
  return { data: read() };
}

/** Draws the image of the given name. */
export function drawPlace([name]: readonly string[], palette: Palette, screen: Screen): Image | undefined {
  if (name === "coarse") return drawCoarse(palette, screen);
  if (name === "town") return drawDisc(palette, false);
  if (name === "capital") return drawDisc(palette, true);
  if (name === "gate") return drawGate(palette);
  if (name === "dots") return drawDots(palette);
  return name === "plate" ? drawPlate(palette) : undefined;
}
