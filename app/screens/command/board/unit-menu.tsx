"use client";
/** What can be done with an own unit, and where it is on the map. Only what `decide` allows this account. */
import { CircleDashed, CircleDot, Ellipsis, MapPin } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Sighting } from "@/domain/unit/nearest";
import type { Unit } from "@/domain/unit/schema";
import type { FoundPlace } from "@/map/search";
import { canSend } from "../../../act/can-send";
import { useSendCommand } from "../../../act/send-command";
import { Sending } from "../../../act/sending";
import { usePending } from "../../../live/hooks/use-commands";
import { useLive } from "../../../live/hooks/use-live";
import { Button } from "../../../ui/button";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadio,
  MenuRadioGroup,
  MenuSeparator,
  MenuTrigger,
} from "../../../ui/menu";
import { useDesk } from "../desk";

const settable = ["available", "busy", "out_of_service"] as const;
type Settable = (typeof settable)[number];
const isSettable = (value: string): value is Settable => (settable as readonly string[]).includes(value);

/** Close enough to see the roads around it. */
const flightZoom = 11;

function StatusChoice({ unit }: { unit: Unit }) {
  const t = useTranslations("unit");
  const status = useTranslations("unitStatus");
  const send = useSendCommand();
  return (
    <>
      <MenuLabel>{t("setStatus")}</MenuLabel>
      <MenuRadioGroup
        value={unit.status}
        onValueChange={(value) => {
          if (isSettable(value) && value !== unit.status)
            void send("unit.status", unit.id, { status: value });
        }}
      >
        {settable.map((value) => (
          <MenuRadio key={value} value={value} data-set={value}>
            {status(value)}
          </MenuRadio>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
    </>
  );
}

export function UnitMenu({ unit, sighting }: { unit: Unit; sighting: Sighting }) {
  const t = useTranslations("unit");
  const { client, user } = useLive();
  const { dispatch } = useDesk();
  const send = useSendCommand();
  const isSending = usePending(unit.id).length > 0;
  const may = canSend(client.store, user, unit.duty ? "duty.end" : "duty.start", unit.id, {}).show;
  const spot = sighting.by === "nothing" ? undefined : sighting.spot;
  if (!may && !spot) return null;
  if (isSending) return <Sending short subject={unit.id} className="text-center" />;
  const duty = () => void (unit.duty ? send("duty.end", unit.id, {}) : send("duty.start", unit.id, {}));
  const fly = () => {
    if (!spot) return;
    const { lng, lat } = spot;
    dispatch({ do: "unit", id: unit.id });
    // A unit without a position is not on the map: its home base is marked, in words.
    const base: FoundPlace = {
      lng,
      lat,
      zoom: flightZoom,
      label: unit.callsign,
      mark: "pin",
      hint: t("seen.base"),
    };
    dispatch({
      do: "fly",
      to: sighting.by === "position" ? { to: "unit", id: unit.id } : { to: "place", place: base },
    });
  };
  const DutyIcon = unit.duty ? CircleDashed : CircleDot;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          look="quiet"
          size="small"
          className="w-7 px-0"
          aria-label={t("menu", { callsign: unit.callsign })}
        >
          <Ellipsis size={15} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {may ? <StatusChoice unit={unit} /> : null}
        {may ? (
          <MenuItem data-duty={unit.duty ? "end" : "start"} onSelect={duty}>
            <DutyIcon size={15} aria-hidden /> {t(unit.duty ? "endDuty" : "startDuty")}
          </MenuItem>
        ) : null}
        {spot ? (
          <MenuItem onSelect={fly}>
            <MapPin size={15} aria-hidden /> {t("fly")}
          </MenuItem>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
