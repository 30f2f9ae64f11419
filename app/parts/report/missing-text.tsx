"use client";
/** Names what a report or a revision still needs before it can be sent. */
import { useTranslations } from "use-intl";
import type { Missing } from "./draft";

export function MissingText({ gaps }: { gaps: readonly Missing[] }) {
  const t = useTranslations("report");
  return <span className="text-stale">{t("missing", { what: gaps.map((gap) => t(gap)).join(", ") })}</span>;
}
