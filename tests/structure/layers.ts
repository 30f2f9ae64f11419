/** The layers of app/ (docs/architecture.md): which room stands on which floor. */
import type { Import } from "./graph";

/**
 * From the top down, one floor a line. A file may import from its own room and from the floors below, never from above
 * and never from another room of its own floor: so no screen imports another, and the live store and the map do not
 * know each other.
 */
export const floors: readonly (readonly string[])[] = [
  ["app/(screens)", "app/sign-in", "app/page", "app/layout", "app/error", "app/not-found"],
  ["app/screens/gate"],
  ["app/screens/command", "app/screens/field", "app/screens/wall", "app/screens/sign-in"],
  ["app/parts/request"],
  ["app/parts/task"],
  ["app/parts/unit"],
  ["app/parts/report"],
  ["app/parts/incident"],
  ["app/parts/takeover"],
  ["app/parts/clock"],
  ["app/parts/drawing"],
  ["app/parts/map"],
  ["app/parts/account"],
  ["app/parts/link"],
  ["app/parts/alert"],
  ["app/act"],
  ["app/live", "app/map"],
  ["app/i18n", "app/fonts", "app/globals"],
  ["app/ui"],
  ["app/lib"],
];

const isIn = (room: string, file: string) =>
  file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`);

type Place = { floor: number; room: string };

/** Where a file of app/ stands, or nothing when no room holds it. */
export function placeOf(file: string): Place | undefined {
  for (const [floor, rooms] of floors.entries()) {
    const room = rooms.find((each) => isIn(each, file));
    if (room) return { floor, room };
  }
  return undefined;
}

/** What is wrong with an import between two files of app/, or nothing. */
export function wrongImport({ from, to }: Import): string | undefined {
  const [above, below] = [placeOf(from), placeOf(to)];
  if (!above || !below) return `${from} -> ${to}: no floor is given for it`;
  if (below.floor < above.floor) return `${from} -> ${to}: upward`;
  if (below.floor === above.floor && below.room !== above.room) return `${from} -> ${to}: beside it`;
  return undefined;
}
