"use client";
/** That this device's own clock is wrong, and that nothing shown goes by it: on every screen from 30 s on. */
import { ClockAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { wrongClock } from "@/domain/freshness/server-time";
import { useFormats } from "../../i18n/format";
import { useTimeOffset } from "../../live/hooks/use-connection";
import { classes } from "../../ui/classes";

const looks = {
  desk: { strip: "gap-3 border-b px-4 py-1.5 text-desk-body", icon: "size-4" },
  wall: { strip: "gap-[1rem] px-[2rem] py-[0.5rem] text-wall-lead", icon: "size-[1.75rem]" },
  field: { strip: "gap-2 border-b px-4 py-1.5 text-field-detail leading-compact", icon: "size-5" },
} as const;

export function DeviceClockNotice({ screen }: { screen: keyof typeof looks }) {
  const t = useTranslations("link");
  const { span } = useFormats();
  const wrong = wrongClock(useTimeOffset());
  if (!wrong) return null;
  const { strip, icon } = looks[screen];
  const amount = span(wrong.byMs);
  return (
    <p
      role="status"
      data-testid="device-clock"
      className={classes("flex items-center bg-stale-quiet text-ink-1", strip)}
    >
      <ClockAlert aria-hidden className={classes("shrink-0 text-stale", icon)} />
      {t(wrong.direction === "fast" ? "deviceFast" : "deviceSlow", { amount })}
    </p>
  );
}
