"use client";
/** The telephone of a country's centre, from the site's settings. Sizes follow the font, for desk and wall. */
import { Phone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Country } from "@/domain/vocabulary";
import { useSite } from "../../live/site";
import { classes } from "../../ui/classes";

/** `brief`: that the number is made up is told beside it to screen readers, and in the tip. */
type Props = { country: Country; className?: string; asText?: boolean; brief?: boolean };

/** A link that calls it, or its number alone; empty where the site knows no number. */
export function Telephone({ country, className, asText = false, brief = false }: Props) {
  const t = useTranslations("alarm");
  const names = useTranslations("country");
  const { name, telephone, fictional } = useSite().centres[country];
  if (!telephone) return null;
  const shown = (
    <>
      <Phone aria-hidden className="size-[1em] shrink-0" />
      {telephone}
      {fictional ? <span className={brief ? "sr-only" : "font-normal"}> ({t("fictional")})</span> : null}
    </>
  );
  const look = classes("inline-flex items-center gap-[0.35em] whitespace-nowrap", className);
  if (asText) {
    return (
      <span data-testid="partner-telephone" className={look}>
        {shown}
      </span>
    );
  }
  return (
    <a
      href={`tel:${telephone.replace(/[^+\d]/g, "")}`}
      data-testid="partner-telephone"
      title={`${t("call", { centre: name ?? names(country) })}${fictional ? ` (${t("fictional")})` : ""}`}
      className={look}
    >
      {shown}
    </a>
  );
}
