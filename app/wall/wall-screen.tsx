"use client";
/** A wall: the map, what matters now beside it, the same bar as everywhere, and nothing to click. */
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Bridge } from "../bar/bridge";
import { WallClock } from "../bar/clock";
import { StateBanner } from "../bar/state-banner";
import { clockTime } from "../i18n/format";
import { usePreferences } from "../i18n/provider";
import { useNow } from "../live/clock";
import { useHasPicture, useRanking } from "../live/hooks";
import { layerFolder, useOwnLayers } from "../map/desk/own-layers";
import { useDrawings } from "../map/desk/use-drawings";
import { useMapUnits } from "../map/desk/use-units";
import type { MapEngine } from "../map/map-view";
import { useShownLayers } from "../map/ui/layer-control";
import { useMapFeed, useMapStale, useMapTexts } from "../shell/map-feed";
import { useExercise } from "../shell/mode";
import { untilLoaded } from "../shell/until-loaded";
import { TakeoverBanner } from "../takeover/takeover";
import { ExerciseMark, ExerciseStrip } from "../ui/exercise";
import { WallAlert } from "./alert";
import { ImpactCounts } from "./counts";
import { WallRow } from "./rows";

const MapView = dynamic(() => untilLoaded(() => import("../map/map-view")).then((module) => module.MapView), {
  ssr: false,
});

const mattering = 4;
const newest = 3;
const nothing = () => {};

function WallMap() {
  const { language, theme } = usePreferences();
  const feed = useMapFeed();
  const { side, since } = useMapStale();
  const texts = useMapTexts();
  const units = useMapUnits();
  const drawings = useDrawings();
  const { layers } = useOwnLayers();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  useShownLayers(engine, layers, layerFolder);
  return (
    <MapView
      screen="wall"
      theme={theme}
      language={language}
      texts={texts}
      getAll={feed.getAll}
      subscribe={feed.subscribe}
      stale={side}
      staleSince={since}
      units={units}
      drawings={drawings}
      onEngine={setEngine}
      onSelect={nothing}
      className="absolute inset-0"
    />
  );
}

function Heading({ text, aside }: { text: string; aside?: string }) {
  return (
    <h2 className="flex h-[3.1rem] shrink-0 items-center justify-between text-[1.6rem] font-semibold text-ink-2">
      {text}
      {aside ? <span className="w-[11.6rem] text-[1.5rem] font-normal text-ink-3">{aside}</span> : null}
    </h2>
  );
}

function SidePanel() {
  const t = useTranslations("wall");
  const ready = useHasPicture();
  const now = useNow(60_000);
  const weight = useRanking("weight");
  const latest = useRanking("newest");
  const first = weight.ids.slice(0, mattering);
  const rest = latest.ids.filter((id) => !first.includes(id)).slice(0, newest);
  const more = latest.ids.length - first.length - rest.length;
  return (
    <aside
      aria-label={t("now")}
      className="flex min-h-0 flex-col overflow-hidden border-l bg-surface-1 px-[1.75rem]"
    >
      <Heading text={t("now")} aside={first.length > 0 ? t("readAt") : undefined} />
      {ready && first.length === 0 ? (
        <p className="border-t py-[2rem] text-[1.75rem] text-ink-2">{t("empty", { time: clockTime(now) })}</p>
      ) : null}
      <ul>
        {first.map((id) => (
          <WallRow key={id} id={id} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <>
          <Heading text={t("newest")} />
          <ul>
            {rest.map((id) => (
              <WallRow key={id} id={id} small />
            ))}
          </ul>
        </>
      ) : null}
      {more > 0 ? (
        <p className="mt-auto border-t py-[0.7rem] text-[1.5rem] text-ink-3">{t("more", { count: more })}</p>
      ) : null}
    </aside>
  );
}

export function WallScreen() {
  const app = useTranslations("app");
  const exercise = useExercise();
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-surface-0" data-screen="wall">
      {exercise ? <ExerciseStrip className="h-[0.5rem]" /> : null}
      <header className="grid h-[6rem] shrink-0 grid-cols-[1fr_62.5rem_1fr] items-center border-b bg-surface-1 px-[1.75rem]">
        <div className="flex items-center gap-[1.5rem]">
          {exercise ? <ExerciseMark className="text-[1.6rem]" /> : null}
          <span className="text-[1.9rem] font-semibold text-ink-2">Sekong</span>
        </div>
        <Bridge wall className="text-[2rem]" />
        <WallClock />
      </header>
      <StateBanner wall />
      <TakeoverBanner wall />
      <h1 className="sr-only">{app("title")}</h1>
      <main className="grid min-h-0 flex-1 grid-cols-[1fr_42.5rem]">
        <div className="relative min-h-0 min-w-0" data-testid="map">
          <WallMap />
          <WallAlert />
          <ImpactCounts />
        </div>
        <SidePanel />
      </main>
    </div>
  );
}
