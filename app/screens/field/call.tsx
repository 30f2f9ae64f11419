"use client";
/** Calls the own centre; empty where the site has no telephone number. */
import { Phone } from "lucide-react";
import { useTranslations } from "use-intl";
import { useUser } from "../../live/hooks/use-live";
import { useSite } from "../../live/site";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";

/** The own centre as configured for this site. */
export function useCentre() {
  const { country } = useUser();
  return useSite().centres[country];
}

export const telephoneLink = (telephone: string): string => `tel:${telephone.replace(/[^\d+]/g, "")}`;

export function CallCentre({ className }: { className?: string }) {
  const t = useTranslations("fieldScreen");
  const { name, telephone, fictional } = useCentre();
  if (!telephone) return null;
  return (
    <Button asChild className={classes("h-auto", className)}>
      <a href={telephoneLink(telephone)} data-testid="call">
        <Phone size={18} aria-hidden />
        <span className="min-w-0 text-left">
          {name ? t("call", { name }) : t("callCentre")}
          {fictional ? (
            <span className="block text-field-note leading-tight font-normal text-ink-2">
              {t("fictional")}
            </span>
          ) : null}
        </span>
      </a>
    </Button>
  );
}
