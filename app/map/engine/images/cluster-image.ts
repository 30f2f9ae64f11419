/** The ring of a cluster: one arc per impact, heavier for the more urgent, so that it reads without colour. */
import type { Palette, Screen } from "@/map/style";
import { symbolWidth } from "../../symbols/catalogue";
import { canvasOf } from "../../symbols/draw";
import { type Segment, segments } from "../layers/live-sources";
import { type Image, ratio } from "./image";

const segmentInk: Record<Segment, keyof Palette> = {
  "very-high": "veryHigh",
  high: "high",
  medium: "medium",
  low: "low",
  closed: "ink3",
};

/** Width of a segment's band as a share of the radius: told apart without colour, heavier is more urgent. */
const segmentWeight: Record<Segment, number> = {
  "very-high": 0.36,
  high: 0.28,
  medium: 0.2,
  low: 0.12,
  closed: 0.05,
};

/** Draws the ring for shares given in the order of `segments`. */
export function drawCluster(texts: readonly string[], palette: Palette, screen: Screen): Image | undefined {
  const shares = segments.map((_, index) => Number(texts[index]) || 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total <= 0) return undefined;
  const size = symbolWidth[screen] * 1.02;
  const { context, read } = canvasOf(size * ratio, size * ratio);
  const radius = size / 2 - 1.5;
  context.scale(ratio, ratio);
  context.translate(size / 2, size / 2);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.halo;
  context.lineWidth = 3;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  let from = -Math.PI / 2;
  for (const [index, segment] of segments.entries()) {
    const share = (shares[index] ?? 0) / total;
    if (share === 0) continue;
    const to = from + share * 2 * Math.PI;
    const width = Math.max(2, radius * segmentWeight[segment]);
    const gap = share === 1 ? 0 : Math.min(0.06, (to - from) / 4);
    context.strokeStyle = palette[segmentInk[segment]];
    context.lineWidth = width;
    context.beginPath();
    context.arc(0, 0, radius - width / 2, from + gap, to - gap);
    context.stroke();
    from = to;
  }
  return { data: read() };
}
