"use client";
/** The tools over the map of the command screen: search, zoom, measure, draw, layers, legend, coordinates. */
import { Info, LocateFixed, Minus, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import type { MapEngine } from "../../map/map-view";
import { DrawMenu, DrawOver, useDrawing } from "../../parts/drawing/draw-tools";
import { FenceNotices } from "../../parts/drawing/fence-notices";
import { CoordinateReadout } from "../../parts/map/coordinate-readout";
import { HiddenNote } from "../../parts/map/hidden-note";
import { InViewList } from "../../parts/map/in-view-list";
import { LayerTool } from "../../parts/map/layer-tool";
import { useRefilter } from "../../parts/map/map-feed";
import { MapLegend } from "../../parts/map/map-legend";
import { MapSearch } from "../../parts/map/map-search";
import { useMapToolTexts } from "../../parts/map/map-tool-texts";
import { MeasureTool } from "../../parts/map/measure-tool";
import { useSearchable } from "../../parts/map/searchable";
import type { MapToolTexts } from "../../parts/map/texts";
import { toolClass } from "../../parts/map/tool-class";
import { Button } from "../../ui/button";
import { useDesk } from "./desk";
import { useChoose } from "./use-choose";

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

/** Flies where the screen says; a new selection takes the mark of a found place off the map. */
function useFlight(engine: MapEngine): void {
  const { flight } = useDesk();
  useEffect(() => {
    if (!flight) engine.clearPlace();
    else if (flight.to === "place") engine.showPlace(flight.place);
    else if (flight.to === "incident") engine.showIncident(flight.id);
    else engine.showUnit(flight.id);
  }, [engine, flight]);
}

export function MapTools({ engine }: { engine: MapEngine }) {
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const texts = useMapToolTexts();
  const { language } = usePreferences();
  const { dispatch, selected, filter } = useDesk();
  const choose = useChoose();
  const searchable = useSearchable();
  const drawing = useDrawing(engine);
  useFlight(engine);
  useRefilter(engine, filter.status !== undefined);
  return (
    <>
      <div className="absolute top-3 left-3 z-20 w-64">
        <MapSearch texts={texts} language={language} searchable={searchable} onChoose={choose} />
        <HiddenNote
          engine={engine}
          onClear={() => dispatch({ do: "filter", filter: {} })}
          className="absolute top-full mt-2"
        />
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
