/** Folds what people did about a deadline. */
import { scopeOf } from "../envelope";
import type { EventIn } from "../events";
import { type Country, countries } from "../vocabulary";
import type { ClockMark, ClockPart } from "./schema";

type Parts = ClockMark["parts"];

/** The marks on a deadline after an event; each country's part is its own, and what is national stays apart. */
export function evolveClock(before: ClockMark | undefined, event: EventIn<"clocks">): ClockMark | undefined {
  if (event.type === "clock.archived") return before && withoutPart(before, event);
  const mark = before ?? { id: event.subject, parts: {} };
  const change = (parts: Parts): Parts => {
    const part = parts[event.actor.country] ?? { pauses: [] };
    return { ...parts, [event.actor.country]: evolvePart(part, event) };
  };
  if (scopeOf(event.stream) === "joint") return { ...mark, parts: change(mark.parts) };
  return { ...mark, nationalParts: change(mark.nationalParts ?? {}) };
}

/** Each country takes away its own part only, so that what the other writes meanwhile commutes with it (rule O1). */
function withoutPart(before: ClockMark, { actor, stream }: EventIn<"clocks">): ClockMark | undefined {
  const left = (parts: Parts | undefined): Parts => {
    const { [actor.country]: _, ...rest } = parts ?? {};
    return rest;
  };
  const joint = scopeOf(stream) === "joint";
  const parts = joint ? left(before.parts) : before.parts;
  const nationalParts = joint ? (before.nationalParts ?? {}) : left(before.nationalParts);
  const hasNational = Object.keys(nationalParts).length > 0;
  if (Object.keys(parts).length === 0 && !hasNational) return undefined;
  return { id: before.id, parts, ...(hasNational ? { nationalParts } : {}) };
}

type Marking = Exclude<EventIn<"clocks">, { type: "clock.archived" }>;

function evolvePart(part: ClockPart, event: Marking): ClockPart {
  const { desk } = event.actor;
  switch (event.type) {
    case "alarm.acknowledged":
      return part.acknowledged ? part : { ...part, acknowledged: { at: event.at, desk } };
    case "clock.paused": {
      const pause = { from: event.at, desk, reason: event.body?.reason ?? "" };
      return isPaused(part) ? part : { ...part, pauses: [...part.pauses, pause] };
    }
    case "clock.resumed":
      return { ...part, pauses: part.pauses.map((pause) => (pause.to ? pause : { ...pause, to: event.at })) };
  }
}

export const isPaused = (part: ClockPart | undefined): boolean =>
  part?.pauses.some((pause) => pause.to === undefined) ?? false;

/** All parts of a mark that this side holds, joint and national. */
export function partsOf(mark: ClockMark | undefined, of: readonly Country[] = countries): ClockPart[] {
  return [...jointPartsOf(mark, of), ...of.flatMap((country) => mark?.nationalParts?.[country] ?? [])];
}

/** The parts that both sides hold. */
export function jointPartsOf(mark: ClockMark | undefined, of: readonly Country[] = countries): ClockPart[] {
  return of.flatMap((country) => mark?.parts[country] ?? []);
}
