"use client";
import { useTranslations } from "use-intl";

/** A span of minutes in words: `30 min`, `4:00 h`, `3 days`. */
export function useSpan(): (minutes: number) => string {
  const t = useTranslations("time");
  return (minutes) => {
    if (minutes < 60) return t("minutes", { count: minutes });
    if (minutes % 1_440 === 0) return t("days", { count: minutes / 1_440 });
    return t("hours", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
  };
}
