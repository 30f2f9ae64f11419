"use client";
/** The texts of a request, for desk and wall. */
import { useTranslations } from "use-intl";
import { type NextMove, nextMoveOf } from "@/domain/pending-actions/next-move";
import { agreedOf } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { useIncident } from "../../live/hooks/use-entity";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";

/** What is asked for, or what was agreed instead of it. */
export function useRequestTitle(): (request: Request) => string {
  const action = useTranslations("action");
  return (request) => action(agreedOf(request).action);
}

/** Who must do what about it; renders again when its tasks change. */
export function useNextMove(request: Request): NextMove | null {
  const { store } = useLive().client;
  useRelated("tasksOfIncident", request.incidentId);
  const incident = useIncident(request.incidentId);
  return nextMoveOf(request, (id) => store.get("tasks", id), incident);
}
