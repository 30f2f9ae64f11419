"use client";
/** What lies over the map of the command screen: search, five provinces, measure, legend, drawing, layers, zoom, coordinates. */
import { Info, LocateFixed, Minus, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import type { SearchResult } from "@/map/search";
import { usePreferences } from "../i18n/provider";
import { useLive } from "../live/hooks";
import { DrawMenu, DrawOver, useDrawing } from "../map/desk/draw-tools";
import { FenceNotices } from "../map/desk/fence-notices";
import { LayerTool } from "../map/desk/layer-tool";
import type { MapEngine } from "../map/map-view";
import { CoordinateReadout } from "../map/ui/coordinate-readout";
import { InViewList } from "../map/ui/in-view-list";
import { MapLegend } from "../map/ui/map-legend";
import { MapSearch } from "../map/ui/map-search";
import { MeasureTool } from "../map/ui/measure-tool";
import type { MapToolTexts } from "../map/ui/texts";
import { useMapToolTexts } from "../shell/map-tool-texts";
import { Button } from "../ui/button";
import { useDesk } from "./desk";

const small = "h-8 border-line bg-surface-1 px-2.5 text-[12px] shadow-lift";

function Zoom({ engine }: { engine: MapEngine }) {
  const t = useTranslations("map");
  return (
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
  );
}

function Legend({ texts }: { texts: MapToolTexts }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button className={small} aria-label={texts.legend}>
          <Info size={15} aria-hidden />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label={texts.legend}
          className="z-40 max-h-[70vh] w-72 overflow-y-auto rounded-2 bg-surface-2 p-3.5 shadow-lift"
        >
          <MapLegend texts={texts} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useChoose(engine: MapEngine): (result: SearchResult) => void {
  const { act } = useDesk();
  return (result) => {
    engine.showPlace(result);
    if (result.type === "incident") act({ do: "select", id: result.id });
  };
}

export function MapTools({ engine }: { engine: MapEngine }) {
  const t = useTranslations("map");
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const texts = useMapToolTexts();
  const { language } = usePreferences();
  const { store } = useLive().client;
  const { act, selected, flight } = useDesk();
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
      <div className="absolute top-3 left-3 flex max-w-[calc(100%-72px)] flex-wrap items-start gap-2">
        <MapSearch
          texts={texts}
          language={language}
          incidents={searchable}
          onChoose={choose}
          className="w-56"
        />
        <Button className={small} onClick={() => engine.goHome()}>
          <LocateFixed size={15} aria-hidden /> {t("fit")}
        </Button>
        <MeasureTool engine={engine} texts={texts} />
        <Legend texts={texts} />
        <DrawMenu {...drawing} />
        <LayerTool engine={engine} />
      </div>
      <Zoom engine={engine} />
      <DrawOver {...drawing} selected={selected} />
      <FenceNotices />
      <CoordinateReadout engine={engine} texts={texts} className="absolute bottom-2 left-32" />
      <InViewList
        engine={engine}
        texts={texts}
        describe={(incident) => `${incident.ref}, ${kind(incident.kind)}, ${impact(incident.impact)}`}
        onSelect={(id) => act({ do: "select", id })}
      />
    </>
  );
}
