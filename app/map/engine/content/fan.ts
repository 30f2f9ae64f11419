/**
 * Spreads symbols that cover each other: each goes away from the middle of the stack along the bearing of its own place,
 * as near to it as it has room and may stand. Pure: in pixels.
 */
import { fanRadius, type Spot } from "./stacks";

export type FanOptions<One extends Spot> = {
  /** From the centre of one symbol to that of the next, pixels. */
  width: number;
  /** True when the symbol of that one may stand there. */
  mayStand: (one: One, x: number, y: number) => boolean;
  /** How much a place is to be avoided, pixels of a longer way; what others cover, for instance. Default nothing. */
  penalty?: (x: number, y: number) => number;
};

export type Point = { x: number; y: number };

const turn = 2 * Math.PI;
const stepsRound = 72;
/** How many distances from its place are tried, each half a symbol farther. */
const rings = 7;
/** A place nearer to the middle than this part of a symbol has no bearing that one could see. */
const noBearing = 0.06;

type Wish = { angle: number; radius: number; widest: number };

/** Where each would go: along its bearing; those without one evenly around. */
function wishesOf(members: readonly Spot[], width: number): Wish[] {
  const count = members.length;
  const x = members.reduce((sum, member) => sum + member.x, 0) / count;
  const y = members.reduce((sum, member) => sum + member.y, 0) / count;
  const isCentral = (spot: Spot) => Math.hypot(spot.x - x, spot.y - y) < width * noBearing;
  const central = members.filter(isCentral);
  const apart = Math.max(width, fanRadius(central.length, width));
  return members.map((member): Wish => {
    if (!isCentral(member))
      return { angle: Math.atan2(member.y - y, member.x - x), radius: width, widest: Math.PI / 2 };
    const part = central.indexOf(member) / central.length;
    return { angle: part * turn - Math.PI / 2, radius: apart, widest: Math.PI };
  });
}

type Candidate = Point & { cost: number };

/** The places that one may be given, the best first. */
function candidatesOf(one: Spot, { angle, radius, widest }: Wish, options: FanOptions<never>): Candidate[] {
  const found: Candidate[] = [];
  for (let ring = 0; ring < rings; ring += 1) {
    const distance = radius + (ring * options.width) / 2;
    for (let step = 0; step <= stepsRound / 2; step += 1) {
      const off = (step / stepsRound) * turn;
      if (off > widest + 1e-9) break;
      for (const sign of step === 0 ? [1] : [1, -1]) {
        const x = one.x + distance * Math.cos(angle + sign * off);
        const y = one.y + distance * Math.sin(angle + sign * off);
        const cost = off * radius + (distance - radius) * 0.9 + (options.penalty?.(x, y) ?? 0);
        found.push({ x, y, cost });
      }
    }
  }
  return found.sort((left, right) => left.cost - right.cost);
}

/**
 * Where each member is shown; those earlier in the list choose first. One without an entry finds no room where it may
 * stand, and stays at its place.
 */
export function fan<One extends Spot>(members: readonly One[], options: FanOptions<One>): Map<string, Point> {
  const { width, mayStand } = options;
  const placed = new Map<string, Point>();
  if (members.length < 2) return placed;
  const wishes = wishesOf(members, width);
  const order = members
    .map((member, index) => ({ member, wish: wishes[index] }))
    .sort((left, right) => (left.wish?.widest ?? 0) - (right.wish?.widest ?? 0));
  for (const { member, wish } of order) {
    if (!wish) continue;
    const isFree = ({ x, y }: Point) =>
      [...placed.values()].every((other) => Math.hypot(other.x - x, other.y - y) > width * 0.99) &&
      // The dots of the true places stay in sight.
      members.every((each) => Math.hypot(each.x - x, each.y - y) > width * 0.72);
    const found = candidatesOf(member, wish, options).find(
      (each) => isFree(each) && mayStand(member, each.x, each.y),
    );
    if (found) placed.set(member.id, { x: found.x, y: found.y });
  }
  return placed;
}
