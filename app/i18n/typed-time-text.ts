"use client";
/** What is said of a time while it is typed: why it is not understood, or which moment is meant where that is not plain. */
import { useTranslations } from "use-intl";
import { useFormats } from "./format";
import type { TypedTime } from "./typed-time";

const dayMs = 86_400_000;
const localDay = (ms: number): number => Math.floor((ms + 7 * 3_600_000) / dayMs);
const dayNames = new Map([
  [-1, "yesterday"],
  [1, "tomorrow"],
] as const);

export type TypedTimeText = { error?: string; means?: string };

/** `now`: the server's time, epoch milliseconds. */
export function useTypedTimeText(typed: TypedTime, now: number): TypedTimeText {
  const t = useTranslations("time");
  const { moment } = useFormats();
  switch (typed.state) {
    case "empty":
      return {};
    case "time": {
      if (typed.now) return { means: t("means", { time: t("now") }) };
      const days = localDay(Date.parse(typed.at)) - localDay(now);
      if (days === 0) return {};
      const name = days === -1 || days === 1 ? dayNames.get(days) : undefined;
      const time = moment(typed.at, now);
      return { means: t("means", { time: name ? `${t(`day.${name}`)}, ${time}` : time }) };
    }
    default:
      return { error: t(`fault.${typed.state}`) };
  }
}
