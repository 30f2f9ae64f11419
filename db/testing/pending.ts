/** Events to append in tests of the log, whose content does not matter. */
import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/domain/actor";
import type { Scope } from "@/domain/envelope";
import type { Country } from "@/domain/vocabulary";
import type { Pending, Receipt } from "../types";

export const actorOf = (country: Country): Actor => ({
  desk: `${country}-JOC-1`,
  role: "commander",
  country,
  by: `${country}-pseudonym`,
});

export const newSubject = (country: Country): string => `${country}-${randomUUID()}`;

/** An event in the stream of the given scope. */
export function pendingOf(country: Country, scope: Scope, subject = newSubject(country)): Pending {
  return {
    draft: {
      id: uuidv7(),
      scope,
      type: "unit.registered",
      subject,
      body: { callsign: "STR-21", kind: "patrol", base: { lng: 105.97, lat: 13.52 } },
    },
    actor: actorOf(country),
    at: "2026-10-14T00:00:00.000Z",
  };
}

export const receiptOf = (
  account: string,
  events: Receipt["events"],
  commandId: string = randomUUID(),
): Receipt => ({
  account,
  commandId,
  fingerprint: "f".repeat(64),
  events,
});
