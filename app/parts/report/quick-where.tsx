"use client";
/** The place, for a thumb: the device's own position, a tap on the map, or a typed place. */
import { MapPinned } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import type { Draft } from "./draft";
import { PlaceChoice } from "./place-choice";
import { byThumb } from "./thumb";
import type { DevicePlace, GpsState } from "./use-gps";

type Props = {
  draft: Draft;
  /** The state of the position reading that was requested when the report was opened. */
  gps: GpsState;
  /** Where the device is, if that is known already. */
  known: DevicePlace | undefined;
  onText: (placeText: string) => void;
  onPlace: (place: PlaceInput | undefined, fix?: DevicePlace) => void;
  onMap: () => void;
};

export function QuickWhere({ draft, gps, known, onText, onPlace, onMap }: Props) {
  const t = useTranslations("report");
  return (
    <div className={classes("grid gap-3", byThumb)}>
      {gps === "idle" || draft.place ? null : (
        <p role="status" className={gps === "failed" ? "text-stale" : "text-catching"}>
          {t(gps === "failed" ? "gpsFailed" : "gpsWaiting")}
        </p>
      )}
      <Button className="min-h-14" data-testid="on-map" onClick={onMap}>
        <MapPinned size={20} aria-hidden /> {t("onMap")}
      </Button>
      <PlaceChoice
        large
        known={known}
        place={draft.place}
        fix={draft.fix}
        text={draft.placeText}
        onText={onText}
        onPlace={onPlace}
      />
    </div>
  );
}
