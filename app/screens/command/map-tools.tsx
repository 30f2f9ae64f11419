"use client";
/** The tools over the map of the command screen: search, zoom, measure, draw, layers, legend, coordinates. */
import { Info, LocateFixed, Minus, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import type { SearchResult } from "@/map/search";
import { usePreferences } from "../../i18n/provider";
import { useLive } from "../../live/hooks/use-live";
import type { MapEngine } from "../../map/map-view";
import { DrawMenu, DrawOver, useDrawing } from "../../parts/drawing/draw-tools";
import { FenceNotices } from "../../parts/drawing/fence-notices";
import { CoordinateReadout } from "../../parts/map/coordinate-readout";
import { InViewList } from "../../parts/map/in-view-list";
import { LayerTool } from "../../parts/map/layer-tool";
import { MapLegend } from "../../parts/map/map-legend";
import { MapSearch } from "../../parts/map/map-search";
import { useMapToolTexts } from "../../parts/map/map-tool-texts";
import { MeasureTool } from "../../parts/map/measure-tool";
import type { MapToolTexts } from "../../parts/map/texts";
import { toolClass } from "../../parts/map/tool-class";
import { Button } from "../../ui/button";
import { useDesk } from "./desk";

function Tool({ label, act, children }: { label: string; act: () => void; children: ReactNode }) {
  return (
    <Button
      look="quiet"
      size="squareSmall"
      className={toolClass}
      aria-label={label}
      title={label}
      onClick={act}
    >
      {children}
    </Button>
  );
}

function Camera({ engine }: { engine: MapEngine }) {
  const t = useTranslations("map");
  return (
    <>
      <Tool label={t("zoomIn")} act={() => engine.camera.zoomBy(1)}>
        <Plus size={16} aria-hidden />
      </Tool>
      <Tool label={t("zoomOut")} act={() => engine.camera.zoomBy(-1)}>
        <Minus size={16} aria-hidden />
      </Tool>
      <Tool label={t("fit")} act={() => engine.camera.goHome()}>
        <LocateFixed size={16} aria-hidden />
      </Tool>
    </>
  );
}

function Legend({ texts }: { texts: MapToolTexts }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          look="quiet"
          size="squareSmall"
          className={toolClass}
          aria-label={texts.legend}
          title={texts.legend}
        >
          <Info size={16} aria-hidden />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="left"
          align="start"
          sideOffset={8}
          aria-label={texts.legend}
          className="z-40 max-h-[70vh] w-[33rem] overflow-y-auto rounded-2 bg-surface-2 p-3.5 shadow-lift"
        >
          <MapLegend texts={texts} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useChoose(engine: MapEngine): (result: SearchResult) => void {
  const { dispatch } = useDesk();
  return (result) => {
    engine.showPlace(result);
    if (result.type === "incident") dispatch({ do: "select", id: result.id });
  };
}

export function MapTools({ engine }: { engine: MapEngine }) {
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const texts = useMapToolTexts();
  const { language } = usePreferences();
  const { store } = useLive().client;
  const { dispatch, selected, flight } = useDesk();
  const choose = useChoose(engine);
  const drawing = useDrawing(engine);
  useEffect(() => {
    if (flight) engine.showPlace(flight);
  }, [engine, flight]);
  const searchable = () =>
    [...store.picture.incidents.values()]
      .filter(isIncident)
      .map(({ id, ref, place }) => ({ id, ref, lng: place.lng, lat: place.lat }));
  return (
    <>
      <div className="absolute top-3 left-3 z-20 w-64">
        <MapSearch texts={texts} language={language} incidents={searchable} onChoose={choose} />
      </div>
      <div className="absolute top-3 right-3 z-10 grid rounded-2 bg-surface-1 shadow-lift">
        <Camera engine={engine} />
        <MeasureTool engine={engine} texts={texts} className={toolClass} />
        <DrawMenu engine={engine} {...drawing} />
        <LayerTool engine={engine} />
        <Legend texts={texts} />
      </div>
      <DrawOver {...drawing} selected={selected} />
      <FenceNotices />
      <CoordinateReadout engine={engine} texts={texts} className="absolute bottom-2 left-32" />
      <InViewList
        engine={engine}
        texts={texts}
        describe={(incident) => `${incident.ref}, ${kind(incident.kind)}, ${impact(incident.impact)}`}
        onSelect={(id) => dispatch({ do: "select", id })}
      />
    </>
  );
}
