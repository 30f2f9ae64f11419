/** The units' shifts: when each is on duty, busy or out of service. */

import { onUnit } from "./steps";
import type { Shift, StoryStep } from "./story";

const begins = (after: number, ...callsigns: string[]): StoryStep[] =>
  callsigns.map((callsign, index) => onUnit("own", index === 0 ? after : 1, callsign, "duty.start", {}));
const ends = (after: number, ...callsigns: string[]): StoryStep[] =>
  callsigns.map((callsign, index) => onUnit("own", index === 0 ? after : 1, callsign, "duty.end", {}));
const isBusy = (after: number, callsign: string) =>
  onUnit("own", after, callsign, "unit.status", { status: "busy" });
const isFree = (after: number, callsign: string) =>
  onUnit("own", after, callsign, "unit.status", { status: "available" });
const isOut = (after: number, callsign: string) =>
  onUnit("own", after, callsign, "unit.status", { status: "out_of_service" });

export const shifts: readonly Shift[] = [
  {
    key: "shift-kh",
    country: "KH",
    steps: [
      ...begins(1, "STR-24", "STR-30", "RAT-09", "STR-21", "STR-LO", "PVH-12", "RAT-07", "STR-31"),
      isBusy(14, "STR-LO"),
      ...begins(10, "PVH-15"),
      isFree(90, "STR-LO"),
      ...ends(200, "STR-21", "RAT-07"),
      ...begins(60, "STR-21", "RAT-07"),
      isBusy(40, "STR-30"),
      isOut(40, "PVH-15"),
      isFree(80, "STR-30"),
      isFree(80, "PVH-15"),
      ...ends(280, "PVH-15", "PVH-12"),
      isBusy(80, "STR-LO"),
      isFree(60, "STR-LO"),
      ...begins(20, "PVH-12"),
      ...ends(60, "STR-LO"),
    ],
  },
  {
    key: "shift-la",
    country: "LA",
    steps: [
      ...begins(1, "CHA-15", "CHA-07", "ATT-04", "ATT-03", "CHA-18", "CHA-LO", "CHA-21", "ATT-08"),
      isBusy(10, "CHA-22"),
      isBusy(60, "CHA-LO"),
      isFree(80, "CHA-22"),
      ...begins(10, "CHA-22"),
      isFree(40, "CHA-LO"),
      isOut(120, "CHA-21"),
      isFree(180, "CHA-21"),
      ...ends(90, "ATT-03", "ATT-08"),
      ...begins(70, "ATT-03", "ATT-08"),
      isBusy(100, "CHA-22"),
      isFree(140, "CHA-22"),
      ...ends(120, "CHA-07", "CHA-22"),
      ...begins(50, "CHA-07"),
      ...ends(90, "CHA-LO"),
    ],
  },
];
