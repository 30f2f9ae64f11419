/** The source names no river: a line is named when it follows the rough course of one we know. */
import type { Position } from "geojson";
import { type Course, courses, type RiverId, riverIds } from "../places/river-courses";

function distance(point: Position, from: Position, to: Position): number {
  const [x = 0, y = 0] = point;
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along =
    squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}

function near(point: Position, course: Course): boolean {
  return course.line.some((to, index) => {
    const from = course.line[index - 1];
    return from !== undefined && distance(point, from, to) <= course.withinDegrees;
  });
}

/** The river a stretch belongs to: the one whose course four fifths of its points follow, or none. */
export function nameOf(level: number, line: readonly Position[]): RiverId | undefined {
  return riverIds.find((id) => {
    const course = courses[id];
    if (!course.levels.includes(level)) return false;
    return line.filter((point) => near(point, course)).length >= line.length * 0.8;
  });
}
