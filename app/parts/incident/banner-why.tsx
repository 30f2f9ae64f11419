"use client";
/** Why the banner shows something: what came back in words, or that it is new, with its impact. */
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import type { Unseen } from "@/domain/pending-actions/unseen";
import { useUnseenText } from "./unseen-text";

type Item = { entity: IncidentEntity; why: "new" | "released" | "back"; unseen: readonly Unseen[] };

export function BannerWhy({ item: { entity, why, unseen } }: { item: Item }) {
  const t = useTranslations("banner");
  const impact = useTranslations("impact");
  const names = useTranslations("country");
  const text = useUnseenText();
  if (why === "back") return <span className="truncate">{text(unseen)}</span>;
  const what = why === "released" ? t("released", { country: names(entity.owner) }) : t("new");
  return (
    <span className="truncate">
      {what} · {isIncident(entity) ? impact(entity.impact) : null}
    </span>
  );
}
