"use client";
import { useTranslations } from "use-intl";
import { clockSeconds, clockTime, useFormats } from "../../i18n/format";
import { useServerNow } from "../../live/server-time";

export function DeskClock() {
  const now = useServerNow(1_000);
  const t = useTranslations("bar");
  if (now === 0) return null;
  return (
    <time
      dateTime={new Date(now).toISOString()}
      title={t("clock")}
      className="text-[22px] leading-none font-semibold"
    >
      {clockTime(now)}
      <small className="text-[14px] font-normal text-ink-2">:{clockSeconds(now)}</small>
    </time>
  );
}

export function WallClock() {
  const now = useServerNow(1_000);
  const t = useTranslations("bar");
  const { day } = useFormats();
  if (now === 0) return null;
  return (
    <time dateTime={new Date(now).toISOString()} className="flex items-center justify-end gap-[1.25rem]">
      <span className="text-right text-[1.5rem] leading-[1.3] whitespace-nowrap text-ink-2">
        {day(now)}
        <br />
        {t("clock")}
      </span>
      <span className="text-[4rem] leading-none font-semibold">{clockTime(now)}</span>
    </time>
  );
}
