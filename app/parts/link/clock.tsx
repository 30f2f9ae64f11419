"use client";
import { useTranslations } from "use-intl";
import { clockSeconds, clockTime, useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";

export function DeskClock() {
  const now = useNow(1_000);
  const t = useTranslations("bar");
  if (now === 0) return null;
  return (
    <time dateTime={new Date(now).toISOString()} title={t("clock")} className="text-desk-clock font-semibold">
      {clockTime(now)}
      <small className="text-desk-row font-normal text-ink-2">:{clockSeconds(now)}</small>
    </time>
  );
}

export function WallClock() {
  const now = useNow(1_000);
  const t = useTranslations("bar");
  const { day } = useFormats();
  if (now === 0) return null;
  return (
    <time dateTime={new Date(now).toISOString()} className="flex items-center justify-end gap-[1.25rem]">
      <span className="text-right text-wall-note leading-compact whitespace-nowrap text-ink-2">
        {day(now)}
        <br />
        {t("clock")}
      </span>
      <span className="text-wall-clock font-semibold">{clockTime(now)}</span>
    </time>
  );
}
