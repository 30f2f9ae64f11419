"use client";
/** A wall: the map, the most important incidents beside it, the bar of every screen, and nothing to click. */
import { useTranslations } from "use-intl";
import { useDrawings } from "../../live/hooks/use-drawings";
import { useTakeovers } from "../../live/hooks/use-takeovers";
import { useExercise } from "../../live/mode";
import type { MapEngine } from "../../map/map-view";
import { HeldSound } from "../../parts/alert/held-sound";
import { MayGoDark } from "../../parts/alert/may-go-dark";
import { RepeatingSounds } from "../../parts/alert/use-repeating";
import { Bridge } from "../../parts/link/bridge";
import { WallClock } from "../../parts/link/clock";
import { DeviceClockNotice } from "../../parts/link/device-clock";
import { StateBanner } from "../../parts/link/state-banner";
import { useShownLayers } from "../../parts/map/layer-control";
import { useMapFeed } from "../../parts/map/map-feed";
import { MapHost } from "../../parts/map/map-host";
import { layerFolder, useOwnLayers } from "../../parts/map/own-layers";
import { useMapUnits } from "../../parts/map/use-units";
import { TakeoverBanner } from "../../parts/takeover/takeover";
import { ExerciseMark, ExerciseStrip } from "../../ui/exercise";
import { WallAlert } from "./alert";
import { WallAway } from "./away";
import { ImpactCounts } from "./counts";
import { SidePanel } from "./side-panel";

/** The operator's own layers; a wall has no control for them, so those shown at first stay. */
function ShownLayers({ engine }: { engine: MapEngine }) {
  const { layers } = useOwnLayers();
  useShownLayers(engine, layers, layerFolder);
  return null;
}

function WallMap() {
  const feed = useMapFeed();
  const units = useMapUnits();
  const drawings = useDrawings();
  const [takeover] = useTakeovers();
  return (
    <MapHost
      screen="wall"
      feed={feed}
      selectedId={takeover?.incidentId ?? null}
      units={units}
      drawings={drawings}
      messageClass="absolute inset-x-8 top-1/2 text-center text-wall-body text-ink-2"
    >
      {(engine) => <ShownLayers engine={engine} />}
    </MapHost>
  );
}

export function WallScreen() {
  const app = useTranslations("app");
  const exercise = useExercise();
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-surface-0" data-screen="wall">
      {exercise ? <ExerciseStrip className="h-[0.5rem]" /> : null}
      <header className="grid h-[6rem] shrink-0 grid-cols-[minmax(max-content,1fr)_minmax(0,62.5rem)_minmax(max-content,1fr)] gap-[1.5rem] items-center border-b bg-surface-1 px-[1.75rem]">
        <div className="flex items-center gap-[1.5rem]">
          {exercise ? <ExerciseMark className="text-wall-body" /> : null}
          <span className="text-wall-title font-semibold text-ink-2">Sekong</span>
        </div>
        <Bridge wall className="text-wall-title" />
        <WallClock />
      </header>
      <StateBanner wall />
      <DeviceClockNotice screen="wall" />
      <TakeoverBanner wall />
      <RepeatingSounds />
      <HeldSound look="wall" />
      <h1 className="sr-only">{app("title")}</h1>
      <main className="grid min-h-0 flex-1 grid-cols-[1fr_42.5rem]">
        <div className="relative min-h-0 min-w-0" data-testid="map">
          <WallMap />
          <WallAlert />
          <WallAway />
          <ImpactCounts />
          <MayGoDark className="absolute right-[1.5rem] bottom-[6.5rem] z-10 flex items-center gap-[0.6rem] rounded-2 bg-surface-1 px-[1rem] py-[0.4rem] text-wall-note text-ink-2 shadow-lift" />
        </div>
        <SidePanel />
      </main>
    </div>
  );
}
