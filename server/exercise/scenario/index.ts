/** The scenario: when each storyline begins. One script hour lasts one real minute. */
import { attapeu } from "./attapeu";
import { champasak } from "./champasak";
import { champasakRiver } from "./champasak-river";
import { preahVihear } from "./preah-vihear";
import { ratanakiri } from "./ratanakiri";
import { shifts } from "./shifts";
import type { Shift, Story } from "./story";
import { stungTreng } from "./stung-treng";
import { stungTrengOpening } from "./stung-treng-opening";

/** The length of a round, 22 hours in script minutes; the next one begins when it is over. */
export const roundMinutes = 22 * 60;

/** When the opening storylines begin, in script minutes: the first within seconds of the start. */
const firstBeginnings = [1, 4, 6, 10, 14, 18, 23, 28, 34, 39, 44, 60, 90, 120, 150, 180];

/** The opening storylines, alternating between the provinces; each comes after those it refers to. */
const opening = [
  "str-timber",
  "cha-transport",
  "str-flood",
  "att-timber",
  "rat-river",
  "att-flood",
  "str-seizure",
  "pvh-missing",
  "cha-victims",
  "str-pursuit",
  "pvh-storage",
  "str-stolen",
  "str-victims",
  "cha-rescue",
  "att-ordnance",
  "rat-recruitment",
];

const byProvince = [
  [...stungTrengOpening, ...stungTreng],
  [...champasak, ...champasakRiver],
  ratanakiri,
  attapeu,
  preahVihear,
];
export const stories: readonly Story[] = byProvince.flat();

function alternating(): Story[] {
  const rest = byProvince.map((list) => list.filter(({ key }) => !opening.includes(key)));
  const longest = Math.max(...rest.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => rest.flatMap((list) => list[turn] ?? [])).flat();
}

function storyNamed(key: string): Story {
  const found = stories.find((story) => story.key === key);
  if (!found) throw new Error(`no storyline ${key}`);
  return found;
}

export type Beginning = { at: number; story: Story | Shift };

function schedule(): Beginning[] {
  const first = opening.map((key, index) => ({ at: firstBeginnings[index] ?? 0, story: storyNamed(key) }));
  const rest = alternating();
  const start = (firstBeginnings.at(-1) ?? 0) + 20;
  const spacing = (roundMinutes - start) / rest.length;
  const shiftBeginnings = shifts.map((story) => ({ at: 1, story }));
  const later = rest.map((story, index) => ({ at: Math.round(start + index * spacing), story }));
  return [...shiftBeginnings, ...first, ...later];
}

/** Every storyline with its beginning in script minutes, earliest first. */
export const beginnings: readonly Beginning[] = schedule();
