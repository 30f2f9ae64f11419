/** A drawing before it is sent: pure, so that what is sent can be tested. */
import type { CommandBody } from "@/domain/commands";
import type { FenceWarning } from "@/domain/drawing/fence";
import type { Drawing, DrawingGeometry } from "@/domain/drawing/schema";
import { trimInvisible } from "@/domain/text";
import { nextTime } from "../../i18n/typed-time";

export type Shape = Drawing["shape"];
/** How long it is shown: hours, `never`, until a typed time, or `keep` what was set before. */
export type Expiry = "never" | "keep" | "clock" | "1" | "6" | "24" | "168";
export const expiries = ["never", "1", "6", "24", "168", "clock"] as const satisfies readonly Expiry[];

export type Draft = {
  /** The drawing that is changed; absent for a new one. */
  before?: Drawing;
  shape: Shape;
  geometry: DrawingGeometry;
  label: string;
  joint: boolean;
  expiry: Expiry;
  /** The typed time until which it is shown, for the choice `clock`. */
  until: string;
  incidentId?: string;
  fence: readonly FenceWarning[];
};

export function newDraft(shape: Shape, geometry: DrawingGeometry): Draft {
  // A day, so that a drawing that nobody removes does not stay on the map.
  return { shape, geometry, label: "", joint: false, expiry: "24", until: "", fence: [] };
}

export function draftOf(before: Drawing): Draft {
  const { shape, geometry, label = "", shared = false, incidentId, fence = [] } = before;
  const expiry = before.expiresAt === undefined ? "never" : "keep";
  return {
    before,
    shape,
    geometry,
    label,
    joint: shared,
    expiry,
    until: "",
    fence,
    ...(incidentId ? { incidentId } : {}),
  };
}

function expiresAt({ expiry, before, until }: Draft, nowMs: number): string | undefined {
  if (expiry === "never") return undefined;
  if (expiry === "keep") return before?.expiresAt;
  if (expiry === "clock") return nextTime(until, nowMs);
  return new Date(nowMs + Number(expiry) * 3_600_000).toISOString();
}

/** True when it can be sent: a label needs a text, anything else may have none; a typed time must be understood. */
export function isComplete({ shape, label, expiry, until }: Draft, nowMs: number): boolean {
  if (expiry === "clock" && nextTime(until, nowMs) === undefined) return false;
  return shape !== "label" || trimInvisible(label) !== "";
}

/** The body of `drawing.put`; `nowMs` is the server's clock. */
export function putBody(draft: Draft, nowMs: number): CommandBody<"drawing.put"> {
  const { shape, geometry, joint, incidentId, fence } = draft;
  const label = trimInvisible(draft.label);
  const until = expiresAt(draft, nowMs);
  return {
    shape,
    geometry,
    audience: joint ? "joint" : "national",
    ...(label ? { label } : {}),
    ...(until ? { expiresAt: until } : {}),
    ...(incidentId ? { incidentId } : {}),
    ...(shape === "area" && fence.length > 0 ? { fence: [...fence] } : {}),
  };
}
