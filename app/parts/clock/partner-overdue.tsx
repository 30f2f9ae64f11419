"use client";
/** A debt of the partner that has run out: red, in words, with how long. Sizes follow the font, for desk and wall. */
import { TimerOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { overdueFor } from "@/domain/clock/due";
import { partnerOf } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { Telephone } from "./telephone";

/** The partner's deadline that ran out first, among those of one incident. */
export function usePartnerOverdue(incidentId: string): Clock | undefined {
  const { country } = useUser();
  return overdueFor(useClocksOf(incidentId), partnerOf(country), useNow(1_000));
}

/** Without a plate where the place already says that it is the partner. */
type Props = { clock: Clock; className?: string; plateClassName?: string; plate?: boolean };

/** "[LA] overdue 10 min". */
export function PartnerOverdue({ clock, className, plateClassName, plate = true }: Props) {
  const t = useTranslations("clock");
  const { age } = useFormats();
  const now = useNow(15_000);
  const time = age(Date.parse(clock.dueAt), now);
  return (
    <span
      data-testid="partner-overdue"
      data-clock={clock.kind}
      className={classes(
        "inline-flex min-w-0 items-center gap-[0.35em] font-semibold whitespace-nowrap text-clock-alarm",
        className,
      )}
    >
      {plate ? <CountryPlate country={clock.due} className={classes("text-plate", plateClassName)} /> : null}
      <TimerOff aria-hidden className="size-[1em] shrink-0" />
      <span className="sr-only">{t(`kind.${clock.kind}`)}</span>
      <span className="truncate">{t("over", { time })}</span>
    </span>
  );
}

/** What the partner owes and since when, with its telephone; empty while nothing of it has run out. */
export function PartnerDebt({ incidentId }: { incidentId: string }) {
  const t = useTranslations("clock");
  const clock = usePartnerOverdue(incidentId);
  if (!clock) return null;
  return (
    <div
      data-testid="partner-debt"
      className="mx-4 mt-2 flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-2 border border-clock-alarm px-3 py-1.5 text-desk-body"
    >
      <span className="font-semibold">{t(`kind.${clock.kind}`)}</span>
      <PartnerOverdue clock={clock} />
      <Telephone country={clock.due} className="ml-auto font-semibold underline" />
    </div>
  );
}
