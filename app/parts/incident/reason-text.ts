"use client";
/** What was said as a reason: words of a person, or the code of what ended the incident, in the reader's language. */
import { useTranslations } from "use-intl";
import { type EndReason, endReasons } from "@/domain/ending/running";

const isEndReason = (text: string): text is EndReason => endReasons.some((code) => code === text);

export function useReasonText(): (text: string) => string {
  const t = useTranslations("ending.reason");
  return (text) => (isEndReason(text) ? t(text) : text);
}
