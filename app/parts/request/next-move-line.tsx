"use client";
/** Who must do what next, and since when: the first thing seen of a request. Sizes follow the font, for desk and wall. */
import { useTranslations } from "use-intl";
import type { NextMove } from "@/domain/pending-actions/next-move";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";

type Props = { nextMove: NextMove; className?: string; sinceClassName?: string };

/** `LA Laos must answer · since 07:14`. */
export function NextMoveLine({ nextMove, className, sinceClassName }: Props) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { countries, what, since } = nextMove;
  const [only] = countries;
  return (
    <span data-next-move={countries.join(" ")} className={classes("min-w-0", className)}>
      {countries.map((country) => (
        <CountryPlate key={country} country={country} className="mr-[0.5em] text-plate" />
      ))}
      <b className="font-semibold">
        {countries.length === 1 && only ? names(only) : t("both")} {t(`nextMove.${what}`)}
      </b>{" "}
      <span className={classes("text-ink-2", sinceClassName)}>
        {t("since", { time: moment(since, now) })}
      </span>
    </span>
  );
}
