/** Texts whose last word is a code, so that no source asks for them by a written-out key. */
import { actionNames } from "@/app/act/actions";
import { themes } from "@/app/i18n/languages";
import type { TypedTime } from "@/app/i18n/typed-time";
import type { Return } from "@/app/live/absence";
import type { Pending } from "@/app/live/commands";
import { rings } from "@/app/map/symbols/catalogue";
import { heldSentences } from "@/app/parts/link/held-reason";
import type { MapToolTexts } from "@/app/parts/map/texts";
import { gapNames } from "@/app/parts/report/draft";
import { peopleGroups, quickQuestions } from "@/app/parts/report/quick";
import type { TaskDialogName } from "@/app/parts/task/task-dialogs";
import { taskOrders } from "@/app/screens/command/board/grouping";
import { boardTabNames } from "@/app/screens/command/board/names";
import { orders } from "@/app/screens/command/order-bar";
import { compassPoints } from "@/app/screens/field/task/direction";
import type { ClockKind, ClockPhase } from "@/domain/clock/clock";
import { clockEnds } from "@/domain/clock/ends";
import { fenceWarnings } from "@/domain/drawing/schema";
import { endReasons } from "@/domain/ending/running";
import { errorCodes } from "@/domain/errors";
import { whats } from "@/domain/news";
import { needs } from "@/domain/pending-actions/needs";
import { pendingActionNames } from "@/domain/pending-actions/pending-actions";
import { phraseIds } from "@/domain/phrases";
import { triageGroups } from "@/domain/urgency/triage";
import * as words from "@/domain/vocabulary";
import { coordinateFormats } from "@/map/coordinates";
import { refusalCodes } from "@/map/layers/refusal";

/** Every member of a union that no list holds: the compiler names the one that is missing. */
const all = <Code extends string>(codes: Record<Code, true>): string[] => Object.keys(codes);

type TimeFault = Exclude<TypedTime["state"], "empty" | "time">;

const taskDialogs = all<TaskDialogName>({
  radio: true,
  complete: true,
  reassign: true,
  decline: true,
  cancel: true,
});
const returns = all<Return["why"]>({ start: true, away: true, late: true });
const taskSteps = ["acknowledged", "en_route", "on_scene", "completed"];
const numbered = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** By the start of the key. Each code has a text; a text below such a start whose code is gone is unused. */
export const codedTexts: Record<string, readonly string[]> = {
  // Codes of the wire.
  kind: words.kinds,
  purpose: words.purposes,
  impact: words.impacts,
  status: words.incidentStatuses,
  sharing: words.sharings,
  outcome: words.outcomes,
  handling: words.handlings,
  gradeSource: words.sourceGrades,
  gradeInfo: words.infoGrades,
  ...Object.fromEntries(words.detailNames.map((name) => [name, words.detailCodes[name].options])),
  personRole: words.personRoles,
  sex: words.sexSchema.options,
  ageBand: words.ageBandSchema.options,
  substance: words.substanceSchema.options,
  drugUnit: words.drugUnitSchema.options,
  action: words.actions,
  responseState: ["done", "planned"],
  away: returns,
  "link.reasons": heldSentences,
  "time.day": ["yesterday", "today", "tomorrow"],
  "time.fault": all<TimeFault>({ unclear: true, ahead: true, gone: true, far: true }),
  handover: ["persons", "evidence", "vehicles"],
  unitKind: words.unitKinds,
  unitStatus: words.unitStatuses,
  taskStatus: words.taskStatuses,
  requestStatus: words.requestStatuses,
  urgency: words.urgencySchema.options,
  role: words.roles,
  country: words.countries,
  side: words.countries,
  language: words.languages,
  province: words.provinceCodes,
  error: errorCodes,
  phrase: phraseIds,
  slot: ["callsign", "time", "count", "centimetres", "place"],
  "event.task": taskSteps,
  // The domain's own codes.
  need: needs,
  "unseen.what": whats,
  "request.owed": pendingActionNames,
  "request.nextMove": [...pendingActionNames, "working"],
  "clock.kind": all<ClockKind>({
    "partner-reads": true,
    "request-read": true,
    "request-answer": true,
    "release-decision": true,
    screening: true,
    "full-report": true,
    "urgent-review": true,
    "task-after-withdrawal": true,
    "stand-down": true,
    "task-declined": true,
    "task-due": true,
  }),
  "clock.ends": clockEnds,
  "ending.reason": endReasons,
  "clock.phase": all<ClockPhase>({ running: true, warning: true, alarm: true, paused: true }),
  field: [
    ...["kind", "impact", "place", "occurredAt", "grading", "handling", "dangerToLife", "protection"],
    ...[...words.detailNames, "people", "drugs", "vehicles", "response"],
  ],
  "report.detail": words.detailNames,
  "layer.reason": refusalCodes,
  // What the screens tell apart.
  act: [...actionNames("recalled"), ...actionNames("incident")],
  bar: [...themes, "command", "wall", "field"],
  "board.tabs": boardTabNames,
  "board.orders": taskOrders,
  draw: [...fenceWarnings, "point", "line", "area", "label"],
  "list.group": triageGroups,
  "list.order": orders,
  "mapTool.ring": rings,
  "mapTool.coordinateFormat": coordinateFormats,
  "mapTool.placeKind": all<keyof MapToolTexts["placeKind"]>({
    province: true,
    district: true,
    town: true,
    crossing: true,
    post: true,
    river: true,
    "liaison-office": true,
  }),
  "mapTool.coordinateError": all<keyof MapToolTexts["coordinateError"]>({
    "out-of-range": true,
    incomplete: true,
    "not-mgrs": true,
    "outside-area": true,
  }),
  "mapTool.freshness": all<keyof MapToolTexts["freshness"]>({ fresh: true, stale: true, lost: true }),
  month: numbered("m", 1, 12),
  weekday: numbered("d", 0, 6),
  "myTask.stage": ["assigned", ...taskSteps],
  "myTask.step": taskSteps,
  "myTask.point": compassPoints,
  "myTask.results": ["done", "nothing", "safe", "handedOver"],
  "myTask.reasons": ["busy", "far", "way", "vehicle", "people", "equipment"],
  proposal: [...actionNames("proposal"), "accepted", "declined"],
  report: [...gapNames, ...quickQuestions.map((step) => `${step}Ask`)],
  "report.group": peopleGroups,
  "report.roles": words.personRoles,
  "request.step": actionNames("request"),
  signIn: ["wrong", "tooMany", "unreachable", "secondFactor"],
  state: all<Pending["state"]>({ sending: true, waiting: true }),
  "task.due": ["none", "clock"],
  "task.menu": taskDialogs,
  "task.do": taskDialogs,
  "task.ask": taskDialogs,
  transfer: [...actionNames("transfer"), "accepted", "declined"],
  "unit.seen": ["fresh", "stale", "lost", "base", "nothing"],
  "unit.short": ["fresh", "stale", "lost", "base", "nothing"],
};
