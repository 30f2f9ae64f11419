"use client";
/** Over everything while the picture is old: since when, how old, and what is still right. */
import { Clock, Phone, Unplug } from "lucide-react";
import { useTranslations } from "use-intl";
import { waitingOf } from "@/domain/freshness/crossing";
import { outdatedPart } from "@/domain/freshness/outdated";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { useConnection, useHeads } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { useSite } from "../../live/site";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";

/** The other centre's telephone from the site's settings, for as long as the link to it is down. */
function Telephone({ country, wall }: { country: Country; wall: boolean }) {
  const t = useTranslations("alarm");
  const names = useTranslations("country");
  const { name, telephone, fictional } = useSite().centres[country];
  if (!telephone) return null;
  return (
    <a
      href={`tel:${telephone.replace(/[^+\d]/g, "")}`}
      data-testid="telephone"
      className={classes(
        "flex items-center font-bold whitespace-nowrap",
        wall
          ? "gap-[0.9rem] text-wall-title"
          : "gap-2 rounded-2 border border-current px-3 py-1 text-desk-row",
      )}
    >
      <Phone aria-hidden className={wall ? "size-[2.2rem]" : "size-4"} />
      <span className="grid leading-tight">
        <span className={classes(wall ? "text-wall-note" : "text-desk-note", "leading-tight")}>
          {t("call", { centre: name ?? names(country) })}
          {fictional ? ` (${t("fictional")})` : ""}
        </span>
        {telephone}
      </span>
    </a>
  );
}

/** How much of what this side released or did jointly still waits on this side, while the line is down. */
function Waiting() {
  const t = useTranslations("state");
  const heads = useHeads();
  const { country } = useUser();
  const count = heads ? waitingOf(heads, country) : 0;
  return count > 0 ? <span data-testid="waiting">{t("waitingToCross", { count })}</span> : null;
}

export function StateBanner({ wall = false }: { wall?: boolean }) {
  const t = useTranslations("state");
  const names = useTranslations("country");
  const sides = useTranslations("side");
  const { age } = useFormats();
  const now = useNow(1_000);
  const connection = useConnection();
  const partner = useHeads()?.partner;
  const { country } = useUser();
  const other = partnerOf(country);
  const outdated = outdatedPart(connection, partner, country);
  if (!outdated) return <div aria-live="assertive" />;
  const { side, since } = outdated;
  const stale = side === "all";
  const old = age(since, now);
  const time = clockTime(since);
  const Icon = stale ? Clock : Unplug;
  const title = stale ? t("staleTitle", { time }) : t("downTitle", { country: names(other), time });
  const text = stale ? t("staleText", { age: old }) : t("downText", { side: sides(other), age: old });
  return (
    <div aria-live="assertive" data-testid="state-banner">
      <div
        className={classes(
          "grid grid-cols-[auto_1fr_auto_auto] items-center bg-down text-on-down",
          wall ? "gap-[1.75rem] px-[2rem] py-[0.9rem]" : "gap-4 px-4 py-2",
        )}
      >
        <Icon aria-hidden className={wall ? "size-[4rem]" : "size-7"} />
        <div>
          <div className={classes("font-bold", wall ? "text-wall-heading" : "text-desk-title")}>{title}</div>
          <div className={wall ? "text-wall-lead" : "text-desk-body"}>
            {text} {stale ? null : <Waiting />}
          </div>
        </div>
        {stale ? <span /> : <Telephone country={other} wall={wall} />}
        <div
          className={classes(
            "col-start-4 font-bold whitespace-nowrap",
            wall ? "text-wall-clock" : "text-desk-clock",
          )}
        >
          {old}
        </div>
      </div>
    </div>
  );
}
