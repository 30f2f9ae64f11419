"use client";
/** A map over the whole screen on which one tap names the place. Loaded only when it is opened. */
import { Check, MapPin, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { coordinates } from "../../i18n/format";
import type { MapEngine } from "../../map/map-view";
import { Button } from "../../ui/button";
import { useMapFeed } from "../map/map-feed";
import { MapHost } from "../map/map-host";

function Pin({ engine, place }: { engine: MapEngine; place: PlaceInput }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { map } = engine;
    const draw = () => {
      const { x, y } = map.project([place.lng, place.lat]);
      mark.current?.style.setProperty("transform", `translate(${x}px, ${y}px)`);
    };
    draw();
    map.on("move", draw);
    return () => {
      map.off("move", draw);
    };
  }, [engine, place]);
  return (
    <span ref={mark} aria-hidden className="pointer-events-none absolute top-0 left-0 z-[1]">
      <MapPin size={40} className="absolute -top-[38px] -left-5 fill-ink-1 text-surface-1" />
    </span>
  );
}

/** Looks at the place chosen before, if there is one. */
function Start({ engine, start }: { engine: MapEngine; start: PlaceInput | undefined }) {
  const first = useRef(start);
  useEffect(() => {
    if (first.current) engine.map.jumpTo({ center: [first.current.lng, first.current.lat], zoom: 10 });
  }, [engine]);
  return null;
}

type Props = { start: PlaceInput | undefined; onPlace: (place: PlaceInput) => void; onClose: () => void };

export function PickMap({ start, onPlace, onClose }: Props) {
  const t = useTranslations("report");
  const act = useTranslations("act");
  const feed = useMapFeed();
  const [place, choose] = useState(start);
  return (
    <section
      aria-label={t("onMap")}
      data-testid="pick-map"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="fixed inset-0 z-30 flex flex-col bg-surface-0"
    >
      <div className="relative min-h-0 flex-1 overflow-hidden [&_.maplibregl-ctrl-scale]:hidden [&_.sekong-map-note]:left-2">
        <MapHost
          screen="field"
          feed={feed}
          picking
          onPick={(lng, lat) => choose({ lng, lat })}
          messageClass="absolute inset-x-4 top-20 text-field-body"
        >
          {(engine) => (
            <>
              <Start engine={engine} start={start} />
              {place ? <Pin engine={engine} place={place} /> : null}
            </>
          )}
        </MapHost>
        <output className="absolute top-4 left-4 rounded-2 bg-surface-1 px-3 py-2 text-field-body leading-tight font-semibold shadow-lift">
          {place ? coordinates(place) : t("tapMap")}
        </output>
        <Button
          aria-label={act("cancel")}
          className="absolute top-3 right-3 size-12 border-line bg-surface-1 p-0 shadow-lift"
          onClick={onClose}
        >
          <X size={22} aria-hidden />
        </Button>
      </div>
      <div className="border-t bg-surface-1 p-4">
        <Button
          look="primary"
          data-testid="take-place"
          aria-disabled={!place}
          className="min-h-16 w-full text-field-title whitespace-normal"
          onClick={() => place && onPlace(place)}
        >
          <Check size={22} aria-hidden /> {t("takePlace")}
        </Button>
      </div>
    </section>
  );
}
