"use client";
import { useTranslations } from "use-intl";
import { partnerOf } from "@/domain/vocabulary";
import { useUser } from "../live/hooks/use-live";
import type { ActionName } from "./actions";

/** What an action is called; some name the other country. */
export function useActionLabel(): (name: ActionName) => string {
  const t = useTranslations("act");
  const country = useTranslations("country")(partnerOf(useUser().country));
  return (name) => t(name, { country });
}
