"use client";
/** Always in sight: whether this phone sends where it is, to whom, how well and how long ago. */
import { LocateFixed, LocateOff, type LucideIcon, Navigation, NavigationOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { freshnessOf } from "@/domain/freshness/positions";
import { partnerSees } from "@/domain/task/crew";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { useFormats } from "../../../i18n/format";
import { useConnection } from "../../../live/hooks/use-connection";
import { useUser } from "../../../live/hooks/use-live";
import type { SharingState } from "../../../live/positions/position-sharing";
import { useNow } from "../../../live/ticker";
import { Button } from "../../../ui/button";
import { classes } from "../../../ui/classes";
import { useMyTasks } from "../use-unit";
import { usePositionSharing } from "./position-sharing";

const icons: Record<SharingState["name"], LucideIcon> = {
  off: NavigationOff,
  asking: LocateFixed,
  on: Navigation,
  denied: LocateOff,
  unavailable: LocateOff,
};
/** The partner's colour and rings while the partner sees it: one for Cambodia, two for Laos. */
const seen: Record<Country, { strip: string; ring: string }> = {
  KH: { strip: "bg-kh-quiet", ring: "border-[3px] border-kh text-kh" },
  LA: { strip: "bg-la-quiet", ring: "border-[5px] border-double border-la text-la" },
};
const troubled = { strip: "bg-stale-quiet", ring: "border-2 border-dotted border-stale text-stale" };
const looks: Record<SharingState["name"], { strip: string; ring: string }> = {
  off: { strip: "bg-surface-1", ring: "border-2 border-dotted border-ink-3 text-ink-3" },
  asking: { strip: "bg-surface-1", ring: "border-2 border-dotted border-catching text-catching" },
  on: { strip: "bg-surface-2", ring: "border-2 border-live text-live" },
  denied: troubled,
  unavailable: troubled,
};

/** "Sent 12 s ago, ± 8 m", or that nothing leaves the phone. */
function Sent({ state }: { state: SharingState & { name: "on" } }) {
  const t = useTranslations("position");
  const connection = useConnection();
  const { age } = useFormats();
  const now = useNow(1_000);
  if (connection.name === "stale" || state.sentAt === undefined)
    return <b className="font-semibold text-stale">{t("notSent")}</b>;
  const seconds = Math.max(0, Math.round((now - state.sentAt) / 1_000));
  const metres = state.fix.accuracyM;
  if (freshnessOf(now - state.fix.atMs) !== "fresh")
    return <b className="font-semibold text-stale">{t("old", { age: age(state.fix.atMs, now), metres })}</b>;
  return seconds < 60
    ? t("sent", { seconds, metres })
    : t("sentMinutes", { minutes: Math.floor(seconds / 60), metres });
}

function StateText({ state, joint }: { state: SharingState; joint: boolean }) {
  const t = useTranslations("position");
  const countries = useTranslations("country");
  const country = countries(partnerOf(useUser().country));
  switch (state.name) {
    case "off":
      return <Lines title={t("off")} text={joint ? t("offTextPartner", { country }) : t("offText")} />;
    case "asking":
      return <Lines title={t("asking")} text={t("askingText")} />;
    case "denied":
      return <Lines title={t("denied")} text={t("deniedText")} />;
    case "unavailable":
      return <Lines title={t("unavailable")} text={t("unavailableText")} />;
    case "on":
      return (
        <>
          <Lines
            title={joint ? t("partnerSees", { country }) : t("centreSees")}
            text={joint ? t("onlyJoint") : undefined}
          />
          <span className="block">
            <Sent state={state} />
          </span>
        </>
      );
  }
}

function Lines({ title, text }: { title: string; text: string | undefined }) {
  return (
    <>
      <b className="block text-field-body leading-tight font-semibold text-ink-1">{title}</b>
      {text ? <span className="block">{text}</span> : null}
    </>
  );
}

export function PositionStrip() {
  const t = useTranslations("position");
  const sharing = usePositionSharing();
  const joint = partnerSees(useMyTasks());
  const partner = partnerOf(useUser().country);
  const state: SharingState = sharing?.state ?? { name: "off" };
  const Icon = icons[state.name];
  const look = state.name === "on" && joint ? seen[partner] : looks[state.name];
  const started = state.name === "on" || state.name === "asking" || state.name === "unavailable";
  return (
    <section
      aria-label={t("label")}
      data-testid="position"
      data-state={state.name}
      className={classes(
        "grid min-h-[72px] grid-cols-[40px_1fr_auto] items-center gap-3 border-b px-4 py-2",
        look.strip,
      )}
    >
      <span className={classes("grid size-10 place-items-center rounded-full", look.ring)}>
        <Icon size={18} aria-hidden />
      </span>
      <div className="min-w-0 text-field-detail leading-compact text-ink-2">
        {sharing ? (
          <StateText state={state} joint={joint} />
        ) : (
          <Lines title={t("noUnit")} text={t("noUnitText")} />
        )}
      </div>
      {sharing ? (
        <Button
          data-testid="share"
          look={started ? "outline" : "primary"}
          className="h-12 px-4 text-field-body"
          onClick={started ? sharing.stop : sharing.start}
        >
          {t(started ? "stop" : "start")}
        </Button>
      ) : null}
    </section>
  );
}
