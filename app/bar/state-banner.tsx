"use client";
/** Over everything when the picture is old: with the time, the age and what still holds. */
import { Clock, Unplug } from "lucide-react";
import { useTranslations } from "use-intl";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../i18n/format";
import { useNow } from "../live/clock";
import { useConnection, useHeads, useUser } from "../live/hooks";
import { classes } from "../ui/classes";

export function StateBanner({ wall = false }: { wall?: boolean }) {
  const t = useTranslations("state");
  const names = useTranslations("country");
  const sides = useTranslations("side");
  const { age } = useFormats();
  const now = useNow(1_000);
  const connection = useConnection();
  const partner = useHeads()?.partner;
  const other = partnerOf(useUser().country);
  const stale = connection.name === "stale";
  const since = stale ? connection.since : partner?.state === "down" ? Date.parse(partner.since) : undefined;
  if (since === undefined) return <div aria-live="assertive" />;
  const old = age(since, now);
  const time = clockTime(since);
  const Icon = stale ? Clock : Unplug;
  const title = stale ? t("staleTitle", { time }) : t("downTitle", { country: names(other), time });
  const text = stale ? t("staleText", { age: old }) : t("downText", { side: sides(other), age: old });
  return (
    <div aria-live="assertive" data-testid="state-banner">
      <div
        className={classes(
          "grid grid-cols-[auto_1fr_auto] items-center bg-down text-on-down",
          wall ? "gap-[1.75rem] px-[2rem] py-[0.9rem]" : "gap-4 px-4 py-2",
        )}
      >
        <Icon aria-hidden className={wall ? "size-[4rem]" : "size-7"} />
        <div>
          <div className={classes("leading-tight font-bold", wall ? "text-[2.75rem]" : "text-[17px]")}>
            {title}
          </div>
          <div className={wall ? "text-[1.75rem] leading-[1.3]" : "text-[13px]"}>{text}</div>
        </div>
        <div
          className={classes(
            "font-bold whitespace-nowrap",
            wall ? "text-[4rem] leading-none" : "text-[22px]",
          )}
        >
          {old}
        </div>
      </div>
    </div>
  );
}
