"use client";
/** A running deadline: sign, digits and a word for where it stands; never a colour alone. */
import { AlarmClock, Clock as ClockIcon, type LucideIcon, Pause, TimerOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Clock, ClockPhase } from "@/domain/clock/clock";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { dayMs, digits, type TimeLeft, timeLeft } from "./time-left";

const icons: Record<ClockPhase, LucideIcon> = {
  running: ClockIcon,
  warning: AlarmClock,
  alarm: TimerOff,
  paused: Pause,
};
export const phaseTones: Record<ClockPhase, string> = {
  running: "text-ink-1",
  warning: "text-clock-warn",
  alarm: "text-clock-alarm",
  paused: "text-ink-2",
};

/** Where a deadline stands now; renders once a second. */
export function useTimeLeft(clock: Clock): TimeLeft {
  return timeLeft(clock, useNow(1_000));
}

/** The digits of what is left, or of how long it has run out. */
export function useDigits(): (leftMs: number) => string {
  const t = useTranslations("clock");
  return (leftMs) => {
    const days = Math.floor(Math.abs(leftMs) / dayMs);
    return days > 0 ? t("days", { count: days }) : digits(leftMs);
  };
}

type Props = { clock: Clock; className?: string; iconClassName?: string };

/** `⏰ 02:10`; once it has run out `−02:10`, with the text for screen readers. */
export function Countdown({ clock, className, iconClassName }: Props) {
  const t = useTranslations("clock");
  const text = useDigits();
  const { phase, leftMs } = useTimeLeft(clock);
  const Icon = icons[phase];
  const shown = text(leftMs);
  return (
    <time
      dateTime={clock.dueAt}
      data-clock={clock.kind}
      data-phase={phase}
      className={classes(
        "inline-flex items-center gap-[0.35em] font-semibold whitespace-nowrap",
        phaseTones[phase],
        className,
      )}
    >
      <Icon aria-hidden className={classes("size-[1em] shrink-0", iconClassName)} />
      <span aria-hidden>{phase === "paused" ? t("paused") : leftMs < 0 ? `−${shown}` : shown}</span>
      <span className="sr-only">
        {t(`kind.${clock.kind}`)}: {t(leftMs < 0 ? "over" : "left", { time: shown })}, {t(`phase.${phase}`)}
      </span>
    </time>
  );
}

/** How much of the time is gone, with a tick at one half where it begins to warn. */
export function ClockBar({ clock, className }: { clock: Clock; className?: string }) {
  const { phase, gone } = useTimeLeft(clock);
  const fill = phase === "alarm" ? "bg-alarm-fill" : phase === "warning" ? "bg-clock-warn" : "bg-ink-3";
  return (
    <div
      aria-hidden
      className={classes("relative h-1.5 overflow-hidden rounded-full bg-surface-3", className)}
    >
      <div className={classes("h-full", fill)} style={{ width: `${gone * 100}%` }} />
      <div className="absolute inset-y-0 left-1/2 w-0.5 bg-surface-1" />
    </div>
  );
}
