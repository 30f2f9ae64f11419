"use client";
import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { isIncident } from "@/domain/incident/schema";
import { roleMay } from "@/domain/permissions";
import { type Language, languages } from "@/domain/vocabulary";
import type { SearchResult } from "@/map/search";
import { nearestName } from "../../i18n/nearest-place";
import { usePreferences } from "../../i18n/provider";
import { useLive } from "../../live/hooks/use-live";
import { signOut } from "../../live/sign-in";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { ringOf } from "../../map/symbols/ring";
import { NothingFound, PlaceResults } from "../../parts/map/place-results";
import { boardTabs } from "./board/tabs";
import { useDesk } from "./desk";

const item = "flex min-h-10 items-center gap-3 rounded-1 px-3 py-1.5 data-[selected=true]:bg-surface-3";
const most = 400;

function Incidents() {
  const t = useTranslations("palette");
  const kind = useTranslations("kind");
  const { language } = usePreferences();
  const { store } = useLive().client;
  const { act } = useDesk();
  const incidents = [...store.picture.incidents.values()].filter(isIncident).slice(-most);
  return (
    <Command.Group heading={t("incidents")}>
      {incidents.map((incident) => {
        const place = nearestName(incident.place, language) ?? "";
        return (
          <Command.Item
            key={incident.id}
            value={`${incident.ref} ${kind(incident.kind)} ${place}`}
            className={item}
            onSelect={() => {
              act({ do: "select", id: incident.id });
              act({ do: "fly", to: { ...incident.place, zoom: 11, label: incident.ref } });
            }}
          >
            <IncidentSymbol
              kind={incident.kind}
              impact={incident.impact}
              ring={ringOf(incident)}
              owner={incident.owner}
              size={28}
            />
            <span className="font-semibold">{incident.ref}</span>
            <span className="min-w-0 flex-1 truncate">{kind(incident.kind)}</span>
            <span className="text-desk-note text-ink-2">{place}</span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}

function Places() {
  const { act } = useDesk();
  const choose = (result: SearchResult) => {
    if (result.type === "incident") act({ do: "select", id: result.id });
    act({ do: "fly", to: result });
  };
  return <PlaceResults itemClass={item} onChoose={choose} />;
}

function Commands() {
  const t = useTranslations("palette");
  const bar = useTranslations("bar");
  const board = useTranslations("board");
  const report = useTranslations("report");
  const names = useTranslations("language");
  const { act } = useDesk();
  const { user } = useLive();
  const { theme, setTheme, setLanguage } = usePreferences();
  const close = () => act({ do: "palette", open: false });
  const next = theme === "dark" ? "light" : "dark";
  const choose = (language: Language) => {
    void setLanguage(language);
    close();
  };
  return (
    <Command.Group heading={t("commands")}>
      {roleMay(user.role, "incident.report") ? (
        <Command.Item className={item} onSelect={() => act({ do: "panel", panel: "report" })}>
          {report("title")}
        </Command.Item>
      ) : null}
      {(user.role === "admin" ? [] : boardTabs).map(({ name }) => (
        <Command.Item key={name} className={item} onSelect={() => act({ do: "board", tab: name })}>
          {board("label")}: {board(`tabs.${name}`)}
        </Command.Item>
      ))}
      {languages.map((language) => (
        <Command.Item key={language} className={item} onSelect={() => choose(language)}>
          <span lang={language}>{names(language)}</span>
        </Command.Item>
      ))}
      <Command.Item
        className={item}
        onSelect={() => {
          setTheme(next);
          close();
        }}
      >
        {bar("theme")}: {bar(next)}
      </Command.Item>
      <Command.Item className={item} onSelect={() => void signOut()}>
        {bar("signOut")}
      </Command.Item>
    </Command.Group>
  );
}

/** Ctrl+K: any incident by reference, kind or place, and the commands of the screen. */
export function Palette() {
  const t = useTranslations("palette");
  const { palette, act } = useDesk();
  return (
    <Radix.Root open={palette} onOpenChange={(open) => act({ do: "palette", open })}>
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
              {palette ? <Commands /> : null}
              {palette ? <Incidents /> : null}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
