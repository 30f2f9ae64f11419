"use client";
/** The details of an incident that are one code each, in the reader's words. */
import { useTranslations } from "use-intl";
import { type DetailCodes, type DetailName, detailNames } from "@/domain/vocabulary";

export function useDetailText(): { [Name in DetailName]: (code: DetailCodes[Name]) => string } {
  const direction = useTranslations("direction");
  const transport = useTranslations("transport");
  const detection = useTranslations("detection");
  return {
    direction: (code) => direction(code),
    transport: (code) => transport(code),
    detection: (code) => detection(code),
  };
}

/** The details that are known, in their order. */
export function useDetailTexts(details: Partial<DetailCodes>): string[] {
  const text = useDetailText();
  const known = <Name extends DetailName>(name: Name): string[] => {
    const code = details[name];
    return code === undefined || code === "unknown" ? [] : [text[name](code)];
  };
  return detailNames.flatMap(known);
}
