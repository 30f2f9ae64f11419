"use client";
/** The map of the command screen: fed by the store; selects incidents and picks places. */
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { useDrawings } from "../../live/hooks/use-drawings";
import { useMapFeed } from "../../parts/map/map-feed";
import { MapHost } from "../../parts/map/map-host";
import { untilLoaded } from "../../parts/map/until-loaded";
import { useMapUnits } from "../../parts/map/use-units";
import { useDesk } from "./desk";
import { useMapFilter } from "./use-map-filter";

const MapTools = dynamic(() => untilLoaded(() => import("./map-tools")).then((module) => module.MapTools), {
  ssr: false,
});

export function MapPanel() {
  const t = useTranslations("map");
  const { selected, unit, picking, dispatch } = useDesk();
  const filter = useMapFilter();
  const feed = useMapFeed();
  const units = useMapUnits();
  const drawings = useDrawings();
  return (
    <section aria-label={t("label")} className="relative h-full min-w-0 bg-surface-0" data-testid="map">
      <MapHost
        screen="command"
        feed={feed}
        selectedId={selected ?? null}
        filter={filter}
        selectedUnit={unit ?? null}
        units={units}
        drawings={drawings}
        picking={picking}
        onSelect={(id) => dispatch({ do: "select", id: id ?? undefined })}
        onUnit={(id) => dispatch({ do: "unit", id })}
        onPick={(lng, lat) => dispatch({ do: "picked", place: { lng, lat } })}
        messageClass="absolute inset-x-8 top-1/2 text-center text-ink-2"
      >
        {(engine) => (
          <>
            <MapTools engine={engine} />
            {picking ? (
              <output className="absolute top-14 left-1/2 z-10 -translate-x-1/2 rounded-2 bg-catching px-4 py-1.5 font-semibold whitespace-nowrap text-ink-inverse shadow-lift">
                {t("pick")}
              </output>
            ) : null}
          </>
        )}
      </MapHost>
    </section>
  );
}
