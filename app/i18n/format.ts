"use client";
/** Times local (UTC+7) in 24-hour form, ages, coordinates: the same digits in every language. */
import { useMemo } from "react";
import { useTranslations } from "use-intl";

const offsetMs = 7 * 3_600_000;
const two = (value: number): string => String(value).padStart(2, "0");
const shifted = (at: string | number): Date =>
  new Date((typeof at === "number" ? at : Date.parse(at)) + offsetMs);

/** "07:42" at UTC+7. */
export function clockTime(at: string | number): string {
  const date = shifted(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

export const clockSeconds = (at: string | number): string => two(shifted(at).getUTCSeconds());

const sameDay = (a: string | number, b: string | number): boolean =>
  Math.floor(shifted(a).getTime() / 86_400_000) === Math.floor(shifted(b).getTime() / 86_400_000);

export interface Formats {
  /** The time; with day and month when it is not the day of `now`, and with the year when it is not this one. */
  moment: (at: string | number, now: number) => string;
  /** How long ago, in minutes, hours or days. */
  age: (fromMs: number, nowMs: number) => string;
  /** A span in seconds below two minutes, else in minutes, hours or days. Milliseconds. */
  span: (ms: number) => string;
  /** A span of an hour or more in hours and minutes, of a day or more in days. Milliseconds. */
  hours: (ms: number) => string;
  /** "Wed 14 Oct" in the user's language. */
  day: (at: number) => string;
}

/** Browsers differ in what they know of Khmer and Lao calendars, so the names stand among the texts. */
export function useFormats(): Formats {
  const t = useTranslations("time");
  const weekday = useTranslations("weekday");
  const month = useTranslations("month");
  return useMemo(() => {
    const date = (at: string | number, now = at) => {
      const when = shifted(at);
      const year = when.getUTCFullYear();
      const named = year === shifted(now).getUTCFullYear() ? "" : ` ${year}`;
      return `${when.getUTCDate()} ${month(`m${when.getUTCMonth() + 1}` as Parameters<typeof month>[0])}${named}`;
    };
    const hours = (ms: number) => {
      const minutes = Math.floor(ms / 60_000);
      if (minutes >= 24 * 60) return t("days", { count: Math.floor(minutes / (24 * 60)) });
      return t("hours", { hours: Math.floor(minutes / 60), minutes: two(minutes % 60) });
    };
    const span = (ms: number) => {
      const seconds = Math.round(ms / 1_000);
      if (seconds < 120) return t("seconds", { count: seconds });
      return seconds < 3_600 ? t("minutes", { count: Math.round(seconds / 60) }) : hours(ms);
    };
    return {
      hours,
      span,
      moment: (at, now) => (sameDay(at, now) ? clockTime(at) : `${date(at, now)} ${clockTime(at)}`),
      age: (fromMs, nowMs) => {
        const minutes = Math.max(0, Math.floor((nowMs - fromMs) / 60_000));
        if (minutes < 1) return t("now");
        if (minutes < 60) return t("minutes", { count: minutes });
        return hours(nowMs - fromMs);
      },
      day: (at) => `${weekday(`d${shifted(at).getUTCDay()}` as Parameters<typeof weekday>[0])} ${date(at)}`,
    };
  }, [t, weekday, month]);
}

/** Decimal degrees with four places (about 11 m), or two for a coarsened place. */
export function coordinates(place: { lng: number; lat: number; coarse?: true | undefined }): string {
  const places = place.coarse ? 2 : 4;
  const part = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(places)} ${value < 0 ? negative : positive}`;
  return `${part(place.lat, "N", "S")} ${part(place.lng, "E", "W")}`;
}
