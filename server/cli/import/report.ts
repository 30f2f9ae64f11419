/** From a row to the command that reports it, or the reason why it cannot be one. */
import { v5 } from "uuid";
import type { ZodError } from "zod";
import type { Denial } from "@/domain/errors";
import { canonical } from "@/domain/hash";
import { type Report, reportSchema } from "@/domain/incident/schema";
import { parseCommand } from "@/domain/protocol/parse";
import { toWireError } from "@/domain/protocol/sentences";
import type { Country } from "@/domain/vocabulary";
import { isRecord } from "./rows";

/** Fixed for ever: with another one, a file imported before would be imported again. */
const namespace = "0f3a5c1e-7b52-5d94-8a61-2c9e4b7d1f60";

const exampleInstant = "2026-03-02T02:10:00Z";

export type ReportCommand = { id: string; type: "incident.report"; subject: string; body: Report };
export type Read = { ok: true; command: ReportCommand } | { ok: false; problem: string };
const bad = (problem: string): Read => ({ ok: false, problem });

/**
 * Reads one row for an account of `country`; `at` is the time now, ISO 8601 UTC. Subject and command id follow from
 * country and content, so the same row is the same command, whenever and from whichever file it comes.
 */
export function readReport(value: unknown, country: Country, at: string): Read {
  const shaped = shape(value);
  if (typeof shaped === "string") return bad(shaped);
  const parsed = reportSchema.safeParse(shaped);
  if (!parsed.success) return bad(sentenceOf(parsed.error));
  const body = parsed.data;
  const content = `${country} ${canonical(JSON.parse(JSON.stringify(body)))}`;
  const subject = `${country}-${v5(`subject ${content}`, namespace)}`;
  const command: ReportCommand = {
    id: v5(`command ${content}`, namespace),
    type: "incident.report",
    subject,
    body,
  };
  const door = parseCommand(command, at);
  return door.ok ? { ok: true, command } : bad(problemOf(door.denial));
}

/** The report's body as the wire has it, or what is wrong with the row's form. */
function shape(value: unknown): Record<string, unknown> | string {
  if (!isRecord(value)) return "not an object";
  if (value.type !== "Feature") return withPlace(value);
  if (!isRecord(value.properties)) return "properties: a feature needs them";
  const point = pointOf(value.geometry);
  if (typeof point === "string") return point;
  return withPlace({ ...value.properties, ...point });
}

function pointOf(geometry: unknown): { lng: unknown; lat: unknown } | string {
  if (!isRecord(geometry) || geometry.type !== "Point" || !Array.isArray(geometry.coordinates)) {
    return "geometry: a Point is needed";
  }
  const [lng, lat] = geometry.coordinates;
  return { lng, lat };
}

/** `lng`, `lat` and `accuracyM` beside the other fields stand for `place`. */
function withPlace(fields: Record<string, unknown>): Record<string, unknown> | string {
  const { lng, lat, accuracyM, ...rest } = fields;
  if (lng === undefined && lat === undefined && accuracyM === undefined) return fields;
  if (rest.place !== undefined) return "place: given twice";
  return { ...rest, place: { lng, lat, ...(accuracyM === undefined ? {} : { accuracyM }) } };
}

/** What the server's own parser would refuse, in the terms of the file. */
function problemOf(denial: Denial): string {
  const path = denial.path?.replace(/^body\./, "");
  if (denial.reason === "future-time") return `${path}: in the future, or before the year 2000`;
  return toWireError({ ...denial, path }, "en").message;
}

/** The first thing that is wrong, with its path. */
function sentenceOf({ issues }: ZodError): string {
  const [issue] = issues;
  if (!issue) return "not a report";
  const path = issue.path.map(String).join(".");
  const hint =
    issue.code === "invalid_format" && issue.format === "datetime" ? ` (write ${exampleInstant})` : "";
  return path ? `${path}: ${issue.message}${hint}` : issue.message;
}
