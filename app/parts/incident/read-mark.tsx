"use client";
import { EyeOff, Hourglass, Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { readAt, unreadSince } from "@/domain/incident/read";
import type { Incident } from "@/domain/incident/schema";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { useNotYetThere } from "../../live/hooks/use-not-yet-there";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";

type Props = { incident: Incident; country: Country; className?: string; plateClassName?: string };

/**
 * Whether this side has read it and when, or how long it has not, or that it is still on its way there. Amber only where
 * somebody waits for it. Sizes follow the font, for desk and wall.
 */
export function ReadMark({ incident, country, className, plateClassName }: Props) {
  const t = useTranslations("read");
  const { age } = useFormats();
  const now = useNow();
  const at = readAt(incident, country);
  const underWay = useNotYetThere(incident) === "released" && country === partnerOf(incident.owner);
  const hidden = country === partnerOf(incident.owner) && incident.sharing !== "released";
  return (
    <span className={classes("inline-flex items-center gap-[0.4em] whitespace-nowrap text-ink-2", className)}>
      <CountryPlate country={country} className={classes("text-plate", plateClassName)} />
      {hidden ? (
        <span className="inline-flex items-center gap-[0.3em] text-ink-3">
          <Lock aria-hidden className="size-[1em]" />
          <span className="sr-only">{t("national")}</span>
        </span>
      ) : underWay ? (
        <span
          data-testid="not-yet-there"
          className="inline-flex min-w-0 items-center gap-[0.35em] font-semibold text-stale"
        >
          <Hourglass aria-hidden className="size-[1em] shrink-0" />
          {t("notThere")}
        </span>
      ) : at ? (
        <time dateTime={at}>{clockTime(at)}</time>
      ) : (
        <span className="inline-flex items-center gap-[0.35em] font-semibold text-stale">
          <EyeOff aria-hidden className="size-[1em]" />
          <span className="sr-only">{t("unread")}</span>
          {now ? age(Date.parse(unreadSince(incident, country)), now) : null}
        </span>
      )}
    </span>
  );
}
