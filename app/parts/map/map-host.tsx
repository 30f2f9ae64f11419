"use client";
/** The map on a screen: loaded when it is shown, fed outside React, in the reader's language, and dated when it is old. */
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import type { MapEngine, MapViewProps } from "../../map/map-view";
import { classes } from "../../ui/classes";
import { type MapFeed, useMapStale, useMapTexts } from "./map-feed";
import { untilLoaded } from "./until-loaded";

const MapView = dynamic(
  () => untilLoaded(() => import("../../map/map-view")).then((module) => module.MapView),
  { ssr: false },
);

type Shown =
  | "screen"
  | "selectedId"
  | "filter"
  | "selectedUnit"
  | "units"
  | "drawings"
  | "picking"
  | "onSelect"
  | "onUnit"
  | "onPick";
type Props = Pick<MapViewProps, Shown> & {
  feed: MapFeed;
  /** What lies over the map, once it runs. */
  children?: (engine: MapEngine) => ReactNode;
  /** True for a map that only shows: it takes neither pointer nor keyboard. */
  inert?: boolean;
  className?: string;
  /** Places the text shown while it loads and when it cannot be drawn. */
  messageClass: string;
};

/** Fills the nearest positioned element. */
export function MapHost({ feed, children, inert = false, className, messageClass, ...shown }: Props) {
  const t = useTranslations("map");
  const { language, theme } = usePreferences();
  const texts = useMapTexts();
  const { side, since } = useMapStale();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [failed, fail] = useState(false);
  return (
    <>
      <div inert={inert} className={classes("absolute inset-0", className)}>
        {failed ? null : (
          <MapView
            {...shown}
            theme={theme}
            language={language}
            texts={texts}
            getAll={feed.getAll}
            subscribe={feed.subscribe}
            stale={side}
            staleSince={since}
            onEngine={setEngine}
            onFail={() => fail(true)}
            className="absolute inset-0"
          />
        )}
        {engine && children ? children(engine) : null}
      </div>
      {failed ? (
        <p role="alert" className={messageClass}>
          {t("failed")}
        </p>
      ) : null}
      {failed || engine ? null : <p className={messageClass}>{t("loading")}</p>}
    </>
  );
}
