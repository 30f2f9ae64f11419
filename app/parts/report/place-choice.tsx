"use client";
/** Where: a click on the map, the device's own position, or typed coordinates and names. */
import { LocateFixed, MapPin, MapPinned, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Place, PlaceInput } from "@/domain/place";
import { coordinates } from "../../i18n/format";
import { useFullPlaceName } from "../../i18n/place-name";
import { usePreferences } from "../../i18n/provider";
import { Button } from "../../ui/button";
import { Field, Input } from "../../ui/field";
import { FixAge } from "./fix-age";
import { type Found, findPlaces } from "./place-text";
import { type DevicePlace, type GpsState, useGps } from "./use-gps";

type Props = {
  place: PlaceInput | undefined;
  /** The reading of the device that the place was taken from, if it was. */
  fix?: DevicePlace | undefined;
  text: string;
  onText: (text: string) => void;
  onPlace: (place: PlaceInput | undefined, fix?: DevicePlace) => void;
  /** Absent where no map can be clicked. */
  picking?: { on: boolean; toggle: () => void };
  /** Where the device is, if that is known already. */
  known?: DevicePlace | undefined;
  /** Large enough for a thumb. */
  large?: boolean;
};

function Chosen({
  place,
  fix,
  onClear,
}: {
  place: Place;
  fix: DevicePlace | undefined;
  onClear: () => void;
}) {
  const t = useTranslations("report");
  const detail = useTranslations("detail");
  const name = useFullPlaceName(place);
  return (
    <div data-testid="chosen-place" className="flex items-center gap-2.5 rounded-2 bg-surface-2 px-3 py-2">
      <MapPin size={17} aria-hidden className="shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1">
        <b className="block truncate font-semibold">{name}</b>
        <span className="text-desk-note text-ink-2">
          {coordinates(place)}{" "}
          {place.accuracyM !== undefined ? detail("accuracy", { metres: Math.round(place.accuracyM) }) : null}
        </span>
        <FixAge draft={{ place, fix }} />
      </span>
      <Button look="quiet" size="squareSmall" aria-label={t("remove")} onClick={onClear}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}

function Suggestions({ found, onChoose }: { found: readonly Found[]; onChoose: (found: Found) => void }) {
  return (
    <ul className="-mt-1 rounded-2 bg-surface-2 p-1">
      {found.map((entry) => (
        <li key={entry.key}>
          <button
            type="button"
            className="flex w-full items-baseline gap-2 rounded-1 px-2 py-1.5 text-left hover:bg-surface-3"
            onClick={() => onChoose(entry)}
          >
            <span className="font-semibold">{entry.label}</span>
            <span className="text-desk-note text-ink-2">{entry.within ?? coordinates(entry.place)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

type SourcesProps = Pick<Props, "picking" | "large"> & { gps: GpsState; onGps: () => void };

/** A click on the map where there is one, or the device's own position; and what becomes of either. */
function PlaceSources({ picking, large, gps, onGps }: SourcesProps) {
  const t = useTranslations("report");
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {picking ? (
          <Button
            look={picking.on ? "primary" : "outline"}
            aria-pressed={picking.on}
            onClick={picking.toggle}
          >
            <MapPinned size={16} aria-hidden /> {t("pickOnMap")}
          </Button>
        ) : null}
        <Button className={large ? "h-14 w-full" : undefined} onClick={onGps} disabled={gps === "waiting"}>
          <LocateFixed size={16} aria-hidden /> {t(gps === "waiting" ? "gpsWaiting" : "useGps")}
        </Button>
      </div>
      {picking?.on ? (
        <p role="status" className="text-desk-note text-catching">
          {t("picking")}
        </p>
      ) : null}
      {gps === "failed" ? (
        <p role="alert" className="text-desk-note font-semibold text-stale">
          {t("gpsFailed")}
        </p>
      ) : null}
    </>
  );
}

export function PlaceChoice({ place, fix, text, onText, onPlace, picking, known, large }: Props) {
  const t = useTranslations("report");
  const { language } = usePreferences();
  const [gps, askGps] = useGps((found) => onPlace(found.place, found), known);
  const { found, error } = findPlaces(text, language);
  const choose = (entry: Found) => {
    onPlace(entry.place);
    onText("");
  };
  return (
    <div className="grid gap-2">
      {place ? <Chosen place={place} fix={fix} onClear={() => onPlace(undefined)} /> : null}
      <PlaceSources picking={picking} large={large} gps={gps} onGps={askGps} />
      <Field
        label={t("typed")}
        hint={text === "" ? t("typedHint") : undefined}
        error={
          text.trim().length > 2 && found.length === 0
            ? t(error === "outside-area" ? "outside" : "notAPlace")
            : undefined
        }
      >
        <Input
          value={text}
          onText={onText}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (first) choose(first);
          }}
        />
      </Field>
      {found.length > 0 ? <Suggestions found={found} onChoose={choose} /> : null}
    </div>
  );
}
