"use client";
/** The two countries with a drawn line between: whole for the same picture, dashed for behind, broken for down. */
import { CircleAlert, CircleCheck, Clock, type LucideIcon, RefreshCw, Unplug, VolumeX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import {
  type BridgeState,
  bridgeState,
  clockOffset,
  type SideState,
  sideState,
} from "@/domain/freshness/same-picture";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import { useConnection, useHeads, useMismatch, usePresence } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { MinutesNote } from "./minutes-note";

type Look = { icon: LucideIcon; tone: string; line: "whole" | "dashed" | "broken" };

const looks: Record<BridgeState["name"], Look> = {
  connecting: { icon: RefreshCw, tone: "text-catching", line: "dashed" },
  same: { icon: CircleCheck, tone: "text-live", line: "whole" },
  live: { icon: CircleCheck, tone: "text-live", line: "whole" },
  reloading: { icon: RefreshCw, tone: "text-stale", line: "dashed" },
  "catching-up": { icon: RefreshCw, tone: "text-catching", line: "dashed" },
  stale: { icon: Clock, tone: "text-stale", line: "whole" },
  ended: { icon: Unplug, tone: "text-down", line: "broken" },
  "partner-down": { icon: Unplug, tone: "text-down", line: "broken" },
  "partner-behind": { icon: RefreshCw, tone: "text-catching", line: "dashed" },
  receiving: { icon: RefreshCw, tone: "text-catching", line: "dashed" },
  held: { icon: CircleAlert, tone: "text-stale", line: "broken" },
  different: { icon: CircleAlert, tone: "text-stale", line: "broken" },
  restored: { icon: CircleAlert, tone: "text-down", line: "broken" },
  contradiction: { icon: CircleAlert, tone: "text-down", line: "broken" },
  forged: { icon: CircleAlert, tone: "text-down", line: "broken" },
  unlinked: { icon: Unplug, tone: "text-ink-3", line: "dashed" },
  "other-version": { icon: CircleCheck, tone: "text-catching", line: "whole" },
};

/** The state as one sentence in the user's language. */
export function useBridgeText(state: BridgeState, country: Country): string {
  const t = useTranslations("bar");
  const partner = useTranslations("country")(partnerOf(country));
  switch (state.name) {
    case "connecting":
      return t("connecting");
    case "same":
      return t("same");
    case "live":
      return t("live");
    case "reloading":
      return t("reloading");
    case "different":
      return t("notSame");
    case "ended":
      return t("ended");
    case "catching-up":
      return t("catchingUp", { count: state.behind });
    case "stale":
      return t("stale", { time: clockTime(state.since) });
    case "partner-down":
      return t("partnerDown", { time: clockTime(state.since) });
    case "partner-behind": {
      const { behind: count, seconds } = state;
      return seconds === undefined
        ? t("partnerBehind", { country: partner, count })
        : t("partnerBehindFor", { country: partner, count, seconds });
    }
    case "receiving":
      return t("receiving", { country: partner, count: state.behind, seconds: state.seconds });
    case "restored":
      return t("restored");
    case "contradiction":
      return t("contradiction", { country: partner });
    case "forged":
      return t("forged", { country: partner });
    case "unlinked":
      return t("unlinked", { country: partner });
    case "other-version":
      return t("otherVersion");
    case "held":
      return state.calm ? t("heldCalm", { count: state.held }) : t("held", { count: state.held });
  }
}

export function useBridgeState(): BridgeState {
  const state = bridgeState(useConnection(), useMismatch() !== undefined, useHeads());
  const { role } = useUser();
  return role === "admin" && (state.name === "same" || state.name === "different") ? { name: "live" } : state;
}

/** How far the partner's clock is off, in words; nothing while it is close. */
export function ClockOffsetNote({ className }: { className?: string }) {
  const t = useTranslations("bar");
  const names = useTranslations("country");
  const { country } = useUser();
  const offset = clockOffset(useHeads()?.partner);
  if (!offset) return null;
  const { direction, seconds, alarm } = offset;
  return (
    <small
      data-testid="clock-offset"
      className={classes("truncate leading-tight", alarm ? "text-down" : "text-stale", className)}
    >
      {t(direction === "fast" ? "serverFast" : "serverSlow", { country: names(partnerOf(country)), seconds })}
    </small>
  );
}

function Line({ line, far, thick }: { line: Look["line"]; far: boolean; thick: boolean }) {
  const dashed = line === "dashed" && far;
  const weight = thick ? "h-[0.625rem] border-y-[0.1875rem]" : "h-[7px] border-y-2";
  const broken = thick ? "border-t-[0.5rem]" : "border-t-[5px]";
  return (
    <span
      aria-hidden
      className={classes(
        "mx-[0.7em] min-w-[1.2em] flex-1 border-current",
        line === "broken" ? `h-0 border-dotted ${broken}` : weight,
        dashed && "border-dashed",
      )}
    />
  );
}

/** A screen reports once a second, so it is always a little behind; only what lasts is worth a word. */
const lastingMs = 6_000;

function useLasting(value: number): number {
  const [lasting, setLasting] = useState(0);
  const isBehind = value > 0;
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    if (!isBehind) return setLasting(0);
    const timer = setTimeout(() => setLasting(latest.current), lastingMs);
    return () => clearTimeout(timer);
  }, [isBehind]);
  return lasting === 0 ? 0 : value;
}

function Screens({ side }: { side: SideState }) {
  const t = useTranslations("bar");
  const behind = useLasting(side.behind);
  const differs = useLasting(side.same ? 0 : 1) > 0;
  const count = side.screens;
  if (side.otherVersion)
    return <small className="text-desk-note text-catching">{t("screensOther", { count })}</small>;
  if (differs)
    return <small className="text-desk-note font-semibold text-stale">{t("screensDiffer", { count })}</small>;
  if (behind > 0) {
    return <small className="text-desk-note text-catching">{t("screensBehind", { count, behind })}</small>;
  }
  return <small className="text-desk-note text-ink-3">{t("screens", { count })}</small>;
}

/** That nobody would hear an alarm there. */
function Silent({ side: { silent, onlyWallsSilent } }: { side: SideState }) {
  const t = useTranslations("screenState");
  if (silent === 0) return null;
  return (
    <small
      data-testid="silent"
      className="flex items-center gap-1 text-desk-note leading-tight font-semibold text-stale"
    >
      <VolumeX size={12} aria-hidden className="shrink-0" />
      {t(onlyWallsSilent ? "wallsSilent" : "screensSilent", { count: silent })}
    </small>
  );
}

/** The other node's screens are known while it says how many there are; while the line is down nobody counts them. */
function End({ country, mirrored, screens }: { country: Country; mirrored?: boolean; screens: boolean }) {
  const t = useTranslations("country");
  const user = useUser();
  const down = useHeads()?.partner.state === "down";
  const counted = !down || country === user.country;
  const side = sideState(usePresence(), country);
  return (
    <span
      className={classes("flex items-center gap-[0.5em] whitespace-nowrap", mirrored && "flex-row-reverse")}
    >
      <CountryPlate country={country} />
      {t(country)}
      {screens && counted ? (
        <span className="grid">
          <Screens side={side} />
          <Silent side={side} />
        </span>
      ) : null}
    </span>
  );
}

/** `wall` draws thicker lines and leaves the count of screens out. */
export function Bridge({ wall = false, className }: { wall?: boolean; className?: string }) {
  const user = useUser();
  const t = useTranslations("bar");
  const state = useBridgeState();
  const text = useBridgeText(state, user.country);
  const { icon: Icon, tone, line } = looks[state.name];
  const farIsRight = user.country === "KH";
  return (
    <output
      aria-label={t("label")}
      data-testid="bridge"
      data-state={state.name}
      className={classes("flex min-w-0 items-center", className)}
    >
      <End country="KH" screens={!wall} />
      <span className={classes("flex min-w-0 flex-1 items-center", tone)}>
        <Line line={line} far={!farIsRight} thick={wall} />
        <span className="flex min-w-0 items-center gap-[0.45em] font-semibold">
          <Icon aria-hidden className="size-[1.1em] shrink-0" />
          <span className="grid min-w-0">
            <span className="truncate">{text}</span>
            <ClockOffsetNote className={wall ? "text-wall-note" : "text-desk-note"} />
            {wall ? null : <MinutesNote className="text-desk-note" />}
          </span>
        </span>
        <Line line={line} far={farIsRight} thick={wall} />
      </span>
      <End country="LA" mirrored screens={!wall} />
    </output>
  );
}
