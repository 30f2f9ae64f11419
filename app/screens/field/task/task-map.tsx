"use client";
/** The map of the task in front: a strip that only shows, and one tap to the whole screen, where it moves. */
import { Map as MapIcon, Minus, Navigation, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { useUser } from "../../../live/hooks/use-live";
import type { MapEngine } from "../../../map/map-view";
import { MapHost } from "../../../parts/map/map-host";
import { Button } from "../../../ui/button";
import { classes } from "../../../ui/classes";
import { type MyPosition, useMyPosition } from "../use-unit";
import { wayTo } from "./direction";
import { MapMarks } from "./map-marks";
import { useFrame, useTaskFeed } from "./use-task-map";

/** "17 km north-west", as said on the radio. */
export function useWayText(): (me: MyPosition | undefined, place: { lng: number; lat: number }) => string {
  const t = useTranslations("myTask");
  return (me, place) => {
    if (!me) return t("noWay");
    const way = wayTo(me, place);
    if (way.here) return t("here");
    const { unit, value } = way.distance;
    const distance = t(unit === "km" ? "kilometres" : "metres", { value });
    return t("way", { distance, point: t(`point.${way.point}`) });
  };
}

function Zoom({ engine }: { engine: MapEngine }) {
  const t = useTranslations("map");
  const look = "size-14 border-line bg-surface-1 p-0 shadow-lift";
  return (
    <div className="absolute right-3 bottom-24 z-10 grid gap-2">
      <Button aria-label={t("zoomIn")} className={look} onClick={() => engine.camera.zoomBy(1)}>
        <Plus size={24} aria-hidden />
      </Button>
      <Button aria-label={t("zoomOut")} className={look} onClick={() => engine.camera.zoomBy(-1)}>
        <Minus size={24} aria-hidden />
      </Button>
    </div>
  );
}

type OverProps = { engine: MapEngine; incident: Incident; me: MyPosition | undefined; wide: boolean };

function OverMap({ engine, incident, me, wide }: OverProps) {
  const { country } = useUser();
  useFrame(engine, incident, me, wide);
  return (
    <>
      {me ? <MapMarks engine={engine} country={country} me={me} target={incident.place} /> : null}
      {wide ? <Zoom engine={engine} /> : null}
    </>
  );
}

/** On the strip the note on borders and sources takes as few lines as possible. */
const lowNote =
  "[&_.sekong-map-note]:left-2! [&_.sekong-map-note]:py-0! [&_.sekong-map-note]:leading-tight! [&_.sekong-map-note_small]:inline! [&_.sekong-map-note_small_*]:whitespace-normal! [&_.sekong-map-note_span]:inline! [&_.sekong-map-note>span]:whitespace-nowrap! [&_.sekong-map-note>span]:mr-1.5!";

type Props = { incident: Incident; className?: string };

export function TaskMap({ incident, className }: Props) {
  const t = useTranslations("myTask");
  const map = useTranslations("map");
  const [wide, widen] = useState(false);
  const feed = useTaskFeed(incident, wide);
  const me = useMyPosition();
  const way = useWayText();
  return (
    <section
      aria-label={map("label")}
      data-testid="task-map"
      data-wide={wide}
      onKeyDown={(event) => event.key === "Escape" && widen(false)}
      className={classes(
        "overflow-hidden bg-surface-0",
        wide ? "fixed inset-0 z-30" : "relative rounded-3 border",
        !wide && className,
      )}
    >
      <MapHost
        screen="field"
        feed={feed}
        inert={!wide}
        className={classes("[&_.maplibregl-ctrl-scale]:hidden", !wide && lowNote)}
        messageClass="absolute inset-x-4 top-4 pr-14 text-field-detail text-ink-2"
      >
        {(engine) => <OverMap engine={engine} incident={incident} me={me} wide={wide} />}
      </MapHost>
      <p
        data-testid="way"
        className={classes(
          "absolute left-2.5 z-10 flex items-center gap-2 rounded-2 bg-surface-1 px-2.5 py-1 text-field-body leading-tight font-semibold shadow-lift",
          wide ? "top-4 max-w-[70%]" : "top-2.5 max-w-[calc(100%-76px)]",
        )}
      >
        <Navigation size={16} aria-hidden className="shrink-0" /> {way(me, incident.place)}
      </p>
      <Button
        aria-label={t(wide ? "smallMap" : "wholeMap")}
        aria-pressed={wide}
        className={classes(
          "absolute right-2.5 z-10 size-12 border-line bg-surface-1 p-0 shadow-lift",
          wide ? "top-4" : "top-2.5",
        )}
        onClick={() => widen(!wide)}
      >
        {wide ? <X size={22} aria-hidden /> : <MapIcon size={21} aria-hidden />}
      </Button>
    </section>
  );
}
