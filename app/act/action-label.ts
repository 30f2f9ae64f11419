"use client";
import { useTranslations } from "use-intl";
import { partnerOf } from "@/domain/vocabulary";
import { useUser } from "../live/hooks/use-live";
import type { ActionName } from "./actions";

/** The actions of the action bar, for an incident and for the tombstone of a recalled one. */
export type IncidentActionName = ActionName<"incident"> | ActionName<"recalled">;

/** The label of an action on an incident; some name the other country. */
export function useActionLabel(): (name: IncidentActionName) => string {
  const t = useTranslations("act");
  const country = useTranslations("country")(partnerOf(useUser().country));
  return (name) => t(name, { country });
}
