/** Which symbols overlap on the screen. Pure: from points in pixels. */

export type Spot = { id: string; x: number; y: number };

/** Groups of two or more spots that lie within `reach` pixels of each other, chains included. */
export function stacksOf<One extends Spot>(spots: readonly One[], reach: number): One[][] {
  const left = [...spots];
  const groups: One[][] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const group = [first];
    for (const member of group) {
      const near = left.filter((spot) => Math.hypot(spot.x - member.x, spot.y - member.y) <= reach);
      for (const spot of near) left.splice(left.indexOf(spot), 1);
      group.push(...near);
    }
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

/** The radius in pixels at which `count` symbols of a width stand side by side on a circle. */
export function fanRadius(count: number, width: number): number {
  return count < 2 ? 0 : width / (2 * Math.sin(Math.PI / count));
}
