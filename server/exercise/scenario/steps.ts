/** Steps about messages, drawings, clocks and the units' own status. */
import type { ClockKind } from "@/domain/clock/clock";
import { about } from "./coordination";
import {
  type BodyInput,
  type Desk,
  inMinutes,
  onWire,
  type Saying,
  type Side,
  type StoryBody,
  type StoryStep,
  stepOf,
} from "./story";

/** A message about the incident, or, when `apart`, about none; both countries see it. */
export const writes = (
  side: Side,
  after: number,
  desk: Desk,
  name: string,
  saying: Saying,
  apart = false,
): StoryStep =>
  stepOf(
    side,
    after,
    desk,
    "message.post",
    ({ nowMs, incident }) => ({
      phrase: onWire(saying, nowMs),
      ...(apart ? {} : { incidentId: incident }),
    }),
    { on: { thing: name }, makes: { name, kind: "message" } },
  );

export const readsMessage = (side: Side, after: number, desk: Desk, name: string): StoryStep =>
  about(side, after, desk, name, "message.read", {});

type Sketch = Pick<BodyInput<"drawing.put">, "shape" | "geometry" | "label" | "fence"> & {
  /** Real minutes until it expires. */
  expiresIn: number;
  audience?: "joint" | "national";
};

/** A drawing that belongs to the incident; joint unless stated. */
export function draws(side: Side, after: number, name: string, sketch: Sketch): StoryStep {
  const { expiresIn, audience = "joint", ...drawing } = sketch;
  const body: StoryBody<"drawing.put"> = ({ nowMs, incident }) => ({
    ...drawing,
    audience,
    incidentId: incident,
    expiresAt: inMinutes(nowMs, expiresIn),
  });
  return stepOf(side, after, "commander", "drawing.put", body, {
    on: { thing: name },
    makes: { name, kind: "drawing" },
  });
}

/** Acknowledges the alarm of a clock of the incident or of a named thing, or pauses or resumes the clock. */
export const onClock = <Type extends "alarm.acknowledge" | "clock.pause" | "clock.resume">(
  side: Side,
  after: number,
  desk: Desk,
  kind: ClockKind,
  of: string,
  type: Type,
  body: StoryBody<Type>,
): StoryStep =>
  stepOf(side, after, desk, type, body, {
    on: { clock: kind, about: of },
    ...(of === "incident" ? {} : { needs: [of] }),
  });

/** Changes a unit's duty or status, by its crew. */
export const onUnit = <Type extends "unit.status" | "duty.start" | "duty.end">(
  side: Side,
  after: number,
  callsign: string,
  type: Type,
  body: StoryBody<Type>,
): StoryStep => stepOf(side, after, "crew", type, body, { on: { unit: callsign } });
