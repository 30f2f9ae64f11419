"use client";
/** The map of the command screen: fed by the store, chosen from, clicked for a place. */
import { LocateFixed, Minus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../i18n/provider";
import type { MapEngine } from "../map/map-view";
import { useMapFeed, useMapStale, useMapTexts } from "../shell/map-feed";
import { Button } from "../ui/button";
import { useDesk } from "./desk";

const MapView = dynamic(() => import("../map/map-view").then((module) => module.MapView), { ssr: false });

function Controls({ engine }: { engine: MapEngine }) {
  const t = useTranslations("map");
  return (
    <>
      <Button
        className="absolute top-3 left-3 h-8 border-line bg-surface-1 px-3 text-[12px] shadow-lift"
        onClick={() => engine.goHome()}
      >
        <LocateFixed size={15} aria-hidden /> {t("fit")}
      </Button>
      <div className="absolute top-3 right-3 grid overflow-hidden rounded-2 bg-surface-1 shadow-lift">
        <Button
          look="quiet"
          size="squareSmall"
          aria-label={t("zoomIn")}
          onClick={() => engine.zoomBy(1)}
          className="rounded-none"
        >
          <Plus size={16} aria-hidden />
        </Button>
        <Button
          look="quiet"
          size="squareSmall"
          aria-label={t("zoomOut")}
          onClick={() => engine.zoomBy(-1)}
          className="rounded-none border-t border-t-line"
        >
          <Minus size={16} aria-hidden />
        </Button>
      </div>
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
  const [engine, setEngine] = useState<MapEngine | null>(null);
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
        picking={picking}
        onSelect={(id) => act({ do: "select", id: id ?? undefined })}
        onPick={(lng, lat) => act({ do: "picked", place: { lng, lat } })}
        onEngine={setEngine}
        className="absolute inset-0"
      />
      {engine ? <Controls engine={engine} /> : null}
      {picking ? (
        <p
          role="status"
          className="absolute top-3 left-1/2 -translate-x-1/2 rounded-2 bg-catching px-4 py-1.5 font-semibold text-ink-inverse shadow-lift"
        >
          {t("pick")}
        </p>
      ) : null}
    </section>
  );
}
