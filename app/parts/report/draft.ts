/** A report being written: kept in memory only, never in the browser's storage; nothing typed is lost on an error. */
import type { CommandBody } from "@/domain/commands";
import type { Incident } from "@/domain/incident/schema";
import type { PlaceInput } from "@/domain/place";
import { isVisibleText, trimInvisible } from "@/domain/text";
import {
  type Grading,
  type Handling,
  type Impact,
  type Kind,
  type Language,
  ungraded,
} from "@/domain/vocabulary";
import { lastTime, typedTime } from "../../i18n/typed-time";
import {
  chosenDetails,
  type DetailDrafts,
  detailDraftsOf,
  emptyDetails,
  statedDetails,
} from "./detail-drafts";
import { areListsReadable, type ListDrafts, listsOf } from "./list-drafts";
import type { DevicePlace } from "./use-gps";

export type Draft = ListDrafts & {
  kind: Kind | undefined;
  impact: Impact | undefined;
  place: PlaceInput | undefined;
  /** The reading that the place was taken from; of no meaning once another place is chosen. */
  fix?: DevicePlace | undefined;
  /** What stands in the place's text field. */
  placeText: string;
  /** As typed; empty means now. */
  time: string;
  details: DetailDrafts;
  source: Grading["source"];
  info: Grading["info"];
  handling: Handling;
  dangerToLife: boolean;
  protection: boolean;
  note: string;
};

export const emptyDraft: Draft = {
  kind: undefined,
  impact: undefined,
  place: undefined,
  placeText: "",
  time: "",
  details: emptyDetails,
  people: [],
  drugs: [],
  vehicles: [],
  response: [],
  source: ungraded.source,
  info: ungraded.info,
  handling: "H0",
  dangerToLife: false,
  protection: false,
  note: "",
};

export const gapNames = ["what", "impact", "where", "when", "rows", "typedPlace"] as const;
export type Missing = (typeof gapNames)[number];

/** What must still be filled in or written so that it can be read; everything else is optional. `nowMs` in milliseconds since the epoch. */
export function missing(draft: Draft, nowMs: number): Missing[] {
  const gaps: Missing[] = [];
  if (!draft.kind) gaps.push("what");
  if (!draft.impact) gaps.push("impact");
  if (!draft.place) gaps.push("where");
  // What was typed as a place and not chosen would be lost beside the place that is sent.
  else if (isVisibleText(draft.placeText)) gaps.push("typedPlace");
  if (!["empty", "time"].includes(typedTime(draft.time, "past", nowMs).state)) gaps.push("when");
  if (!areListsReadable(draft)) gaps.push("rows");
  return gaps;
}

/** Every part that the draft fills in, as the protocol wants it. */
function partsOf(draft: Draft) {
  const { people, drugs, vehicles, response } = listsOf(draft);
  return {
    ...statedDetails(draft.details),
    ...(people.length > 0 ? { people } : {}),
    ...(drugs.length > 0 ? { drugs } : {}),
    ...(vehicles.length > 0 ? { vehicles } : {}),
    ...(response.length > 0 ? { response } : {}),
  };
}

/** The command's body, or undefined while something needed is missing. */
export function toReport(
  draft: Draft,
  lang: Language,
  nowMs: number,
): CommandBody<"incident.report"> | undefined {
  const { kind, impact, place, source, info } = draft;
  if (!kind || !impact || !place || missing(draft, nowMs).length > 0) return undefined;
  const graded = source !== ungraded.source || info !== ungraded.info;
  const note = trimInvisible(draft.note);
  return {
    kind,
    impact,
    place,
    occurredAt: lastTime(draft.time, nowMs) ?? new Date(nowMs).toISOString(),
    ...partsOf(draft),
    ...(graded ? { grading: { source, info } } : {}),
    ...(draft.handling !== "H0" ? { handling: draft.handling } : {}),
    ...(draft.dangerToLife ? { dangerToLife: true } : {}),
    ...(draft.protection ? { protection: true } : {}),
    ...(note ? { note: { text: note, lang } } : {}),
  };
}

/** An incident as a draft, for its revision. The exact place where this side has it. */
export function draftOf(incident: Incident): Draft {
  const { lng, lat, accuracyM } = incident.national?.place ?? incident.place;
  return {
    ...emptyDraft,
    kind: incident.kind,
    impact: incident.impact,
    place: { lng, lat, ...(accuracyM !== undefined ? { accuracyM } : {}) },
    details: detailDraftsOf(incident),
    people: (incident.people ?? []).map((group) => ({ ...group, count: String(group.count) })),
    drugs: (incident.drugs ?? []).map(({ substance, quantity, unit, count }) => ({
      substance,
      quantity: quantity === undefined ? "" : String(quantity),
      reading: "fraction" as const,
      unit: unit ?? "kg",
      count: count === undefined ? "" : String(count),
    })),
    vehicles: (incident.vehicles ?? []).map(({ kind, colour, count }) => ({
      kind,
      colour: colour ?? "",
      count: String(count),
    })),
    response: [...(incident.response ?? [])],
    source: incident.grading.source,
    info: incident.grading.info,
    handling: incident.handling,
    dangerToLife: incident.dangerToLife === true,
    protection: incident.national?.protection === "raised",
  };
}

export type Changes = CommandBody<"incident.revise">["changes"];

/** Only what differs: a field nobody touched is never sent, so that it cannot undo somebody else's change. */
export function changesOf(before: Draft, after: Draft, nowMs: number): Changes {
  const full = (draft: Draft) => ({
    kind: draft.kind,
    impact: draft.impact,
    place: draft.place,
    ...chosenDetails(draft.details),
    ...listsOf(draft),
    grading: { source: draft.source, info: draft.info },
    handling: draft.handling,
    dangerToLife: draft.dangerToLife,
  });
  const old = full(before);
  const entries = Object.entries(full(after)).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]),
  );
  const occurredAt = lastTime(after.time, nowMs);
  return {
    ...Object.fromEntries(entries),
    ...(occurredAt ? { occurredAt } : {}),
    ...(after.protection && !before.protection ? { protection: true as const } : {}),
  };
}

/** What may be proposed to the owner of these changes: a protection flag is national and never crosses. */
export function proposable({ protection: _, ...changes }: Changes): CommandBody<"proposal.make">["changes"] {
  return changes;
}
