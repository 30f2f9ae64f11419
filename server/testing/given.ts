/** Accounts, commands and events for tests of the server's parts. */
import { v4, v7 } from "uuid";
import type { MemoryLog } from "@/db/testing/memory-log";
import type { Account } from "@/domain/actor";
import { evolve } from "@/domain/picture";
import type { Country, Role } from "@/domain/vocabulary";
import type { Outcome } from "../commands/answers";
import { CommandPipeline, type PipelineOptions } from "../commands/pipeline";

export const at = "2026-11-01T00:00:00.000Z";

export const account = (country: Country, role: Role): Account => ({
  id: `${country}-${role}`,
  username: `${country}.${role}`.toLowerCase(),
  desk: `${country}-JOC-1`,
  role,
  country,
  by: `${country}-${role}-by`,
  lang: "en",
});

export const subjectOf = (country: Country): string => `${country}-${v4()}`;

/** A report as it comes over the wire. */
export const report = (subject: string, id: string = v4(), impact = "high") => ({
  id,
  type: "incident.report",
  subject,
  body: { kind: "flood", impact, place: { lng: 106, lat: 13.9 }, occurredAt: at },
});

export function pipelineOn(log: MemoryLog, parts: Partial<PipelineOptions> = {}): CommandPipeline {
  return new CommandPipeline({
    log,
    countries: ["KH", "LA"],
    evolveWith: evolve,
    seeds: new Map(),
    now: () => at,
    eventIds: (count) => Array.from({ length: count }, () => v7()),
    resolvePlace: () => undefined,
    onCommitted: () => undefined,
    onFault: () => undefined,
    onBatchFailed: () => undefined,
    ...parts,
  });
}

/** Registers a unit and changes its status until this many national events of a country are in the log. */
export async function fillNational(log: MemoryLog, country: Country, events: number): Promise<string> {
  const pipeline = pipelineOn(log);
  await pipeline.warmUp();
  const unit = subjectOf(country);
  const commands: Promise<Outcome>[] = [];
  for (let count = 0; count < events; count += 1) {
    const body =
      count === 0 ? { callsign: "STR-21", kind: "patrol" } : { status: count % 2 ? "busy" : "available" };
    const type = count === 0 ? "unit.register" : "unit.status";
    commands.push(pipeline.submit({ id: v4(), type, subject: unit, body }, account(country, "commander")));
  }
  const failed = (await Promise.all(commands)).find((outcome) => !outcome.ok);
  if (failed) throw new Error(JSON.stringify(failed));
  return unit;
}
