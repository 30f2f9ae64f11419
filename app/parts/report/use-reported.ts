"use client";
/** The record that a report has become, as its author may see it: in full. */
import { type Incident, isIncident } from "@/domain/incident/schema";
import { useIncident } from "../../live/hooks/use-entity";
import { useOwn } from "../../live/hooks/use-own";

/** Undefined until it is there. A phone holds the redacted record beside its own one in full; the latter counts. */
export function useReported(subject: string | undefined): Incident | undefined {
  const own = useOwn().find(({ id }) => id === subject);
  const held = useIncident(subject ?? "");
  return [own, held].filter(isIncident).find(({ national }) => national !== undefined);
}
