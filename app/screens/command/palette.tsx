"use client";
/** Ctrl+K: any incident by reference, kind or place, any place of the map, and the commands of the screen. */
import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { nearestName } from "../../i18n/nearest-place";
import { usePreferences } from "../../i18n/provider";
import { useLive } from "../../live/hooks/use-live";
import { IncidentOption } from "../../parts/incident/incident-option";
import { NothingFound, PlaceResults } from "../../parts/map/place-results";
import { useDesk } from "./desk";
import { PaletteCommands, paletteItem } from "./palette-commands";
import { useChoose } from "./use-choose";

/** Only the newest incidents can be found: with all of them each typed letter would be slow. */
const mostIncidents = 400;

function Incidents() {
  const t = useTranslations("palette");
  const kind = useTranslations("kind");
  const { language } = usePreferences();
  const { store } = useLive().client;
  const { dispatch } = useDesk();
  const incidents = [...store.picture.incidents.values()].filter(isIncident).slice(-mostIncidents);
  return (
    <Command.Group heading={t("incidents")}>
      {incidents.map((incident) => {
        const place = nearestName(incident.place, language) ?? "";
        return (
          <Command.Item
            key={incident.id}
            value={`${incident.ref} ${kind(incident.kind)} ${place}`}
            className={paletteItem}
            onSelect={() => {
              dispatch({ do: "select", id: incident.id });
              dispatch({ do: "fly", to: { to: "incident", id: incident.id } });
            }}
          >
            <IncidentOption incident={incident} kindClassName="min-w-0 flex-1" />
            <span className="text-desk-note text-ink-2">{place}</span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}

function Places() {
  return <PlaceResults itemClass={paletteItem} onChoose={useChoose()} />;
}

export function Palette() {
  const t = useTranslations("palette");
  const { palette, dispatch } = useDesk();
  return (
    <Radix.Root open={palette} onOpenChange={(open) => dispatch({ do: "palette", open })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 overflow-hidden rounded-3 bg-surface-1 shadow-lift"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <Command
            label={t("title")}
            className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-desk-note [&_[cmdk-group-heading]]:text-ink-3"
          >
            <Command.Input
              placeholder={t("hint")}
              className="h-12 w-full border-b bg-transparent px-4 text-desk-title outline-none placeholder:text-ink-3"
            />
            <Command.List className="max-h-[56vh] overflow-y-auto p-1.5">
              <NothingFound />
              {palette ? <Places /> : null}
              {palette ? <PaletteCommands /> : null}
              {palette ? <Incidents /> : null}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
