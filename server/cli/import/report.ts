/** Turns a row into the command that reports it, or into the reason why it is invalid. */
import { v5 } from "uuid";
import type { ZodError } from "zod";
import type { Denial } from "@/domain/errors";
import { canonical } from "@/domain/hash";
import { type Report, reportSchema } from "@/domain/incident/details";
import { parseCommand } from "@/domain/protocol/parse";
import { toWireError } from "@/domain/protocol/sentences";
import type { Country } from "@/domain/vocabulary";
import { asHistory, type ReadAs } from "./history";
import { isRecord } from "./rows";

/** Must never change, or a file imported before would be imported again. */
const namespace = "0f3a5c1e-7b52-5d94-8a61-2c9e4b7d1f60";

const exampleInstant = "2026-03-02T02:10:00Z";

export type ReportCommand = { id: string; type: "incident.report"; subject: string; body: Report };
export type Read = ({ ok: true; command: ReportCommand } & ReadAs) | { ok: false; problem: string };
const bad = (problem: string): Read => ({ ok: false, problem });

/**
 * Reads one row for an account of `country`; `at` is the present time, ISO 8601 UTC. Subject and command id are derived
 * from country and content, so that the same row is the same command at any time and from any file.
 */
export function readReport(value: unknown, country: Country, at: string): Read {
  const shaped = shape(value);
  if (typeof shaped === "string") return bad(shaped);
  const parsed = reportSchema.safeParse(shaped);
  if (!parsed.success) return bad(sentenceOf(parsed.error));
  const stated = parsed.data;
  if (stated.historical && stated.dangerToLife) return bad("historical: not together with dangerToLife");
  const content = `${country} ${canonical(JSON.parse(JSON.stringify(stated)))}`;
  const subject = `${country}-${v5(`subject ${content}`, namespace)}`;
  const { body, ...readAs } = asHistory(stated, at);
  const command: ReportCommand = {
    id: v5(`command ${content}`, namespace),
    type: "incident.report",
    subject,
    body,
  };
  const accepted = parseCommand(command, at);
  return accepted.ok ? { ok: true, command, ...readAs } : bad(problemOf(accepted.denial));
}

/** The body of the report as the protocol has it, or what is wrong with the form of the row. */
function shape(value: unknown): Record<string, unknown> | string {
  if (!isRecord(value)) return "not an object";
  if (value.type !== "Feature") return withPlace(value);
  if (!isRecord(value.properties)) return "properties: missing in the Feature";
  const point = pointOf(value.geometry);
  if (typeof point === "string") return point;
  return withPlace({ ...value.properties, ...point });
}

function pointOf(geometry: unknown): { lng: unknown; lat: unknown } | string {
  if (!isRecord(geometry) || geometry.type !== "Point" || !Array.isArray(geometry.coordinates)) {
    return "geometry: must be a Point";
  }
  const [lng, lat] = geometry.coordinates;
  return { lng, lat };
}

/** Moves `lng`, `lat` and `accuracyM` beside the other fields into `place`. */
function withPlace(fields: Record<string, unknown>): Record<string, unknown> | string {
  const { lng, lat, accuracyM, ...rest } = fields;
  if (lng === undefined && lat === undefined && accuracyM === undefined) return fields;
  if (rest.place !== undefined) return "place: given twice, as place and as lng and lat";
  return { ...rest, place: { lng, lat, ...(accuracyM === undefined ? {} : { accuracyM }) } };
}

/** The problem that the server would find, with the path in the file. */
function problemOf(denial: Denial): string {
  const path = denial.path?.replace(/^body\./, "");
  if (denial.reason === "future-time") return `${path}: in the future, or before the year 2000`;
  return toWireError({ ...denial, path }, "en").message;
}

/** The first problem, with its path. */
function sentenceOf({ issues }: ZodError): string {
  const [issue] = issues;
  if (!issue) return "not a report";
  const path = issue.path.map(String).join(".");
  const hint =
    issue.code === "invalid_format" && issue.format === "datetime" ? ` (write ${exampleInstant})` : "";
  return path ? `${path}: ${issue.message}${hint}` : issue.message;
}
