"use client";
/** The map of the command screen: fed by the store, chosen from, clicked for a place. */
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import { useDrawings } from "../../live/hooks/use-drawings";
import type { MapEngine } from "../../map/map-view";
import { useMapFeed, useMapStale, useMapTexts } from "../../parts/map/map-feed";
import { untilLoaded } from "../../parts/map/until-loaded";
import { useMapUnits } from "../../parts/map/use-units";
import { useDesk } from "./desk";

const MapView = dynamic(
  () => untilLoaded(() => import("../../map/map-view")).then((module) => module.MapView),
  {
    ssr: false,
  },
);
const MapTools = dynamic(() => untilLoaded(() => import("./map-tools")).then((module) => module.MapTools), {
  ssr: false,
});

function Overlay({ engine, failed }: { engine: MapEngine | null; failed: boolean }) {
  const t = useTranslations("map");
  const { picking } = useDesk();
  if (failed)
    return (
      <p role="alert" className="absolute inset-x-8 top-1/2 text-center text-ink-2">
        {t("failed")}
      </p>
    );
  if (!engine) return <p className="absolute inset-x-8 top-1/2 text-center text-ink-3">{t("loading")}</p>;
  return (
    <>
      <MapTools engine={engine} />
      {picking ? (
        <output className="absolute top-14 left-1/2 z-10 -translate-x-1/2 rounded-2 bg-catching px-4 py-1.5 font-semibold whitespace-nowrap text-ink-inverse shadow-lift">
          {t("pick")}
        </output>
      ) : null}
    </>
  );
}

export function MapPanel() {
  const t = useTranslations("map");
  const { language, theme } = usePreferences();
  const { selected, picking, act } = useDesk();
  const feed = useMapFeed();
  const { side, since } = useMapStale();
  const texts = useMapTexts();
  const units = useMapUnits();
  const drawings = useDrawings();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [failed, fail] = useState(false);
  return (
    <section aria-label={t("label")} className="relative h-full min-w-0 bg-surface-0" data-testid="map">
      <MapView
        screen="command"
        theme={theme}
        language={language}
        texts={texts}
        getAll={feed.getAll}
        subscribe={feed.subscribe}
        selectedId={selected ?? null}
        stale={side}
        staleSince={since}
        units={units}
        drawings={drawings}
        picking={picking}
        onSelect={(id) => act({ do: "select", id: id ?? undefined })}
        onPick={(lng, lat) => act({ do: "picked", place: { lng, lat } })}
        onEngine={setEngine}
        onFail={() => fail(true)}
        className="absolute inset-0"
      />
      <Overlay engine={engine} failed={failed} />
    </section>
  );
}
