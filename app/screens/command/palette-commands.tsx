"use client";
/** The commands of the palette: to report, to open a tab of the board, to change language and theme, to sign out. */
import { Command } from "cmdk";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import { languages } from "@/domain/vocabulary";
import { usePreferences } from "../../i18n/provider";
import { useUser } from "../../live/hooks/use-live";
import { signOut } from "../../live/sign-in";
import { boardTabs } from "./board/tabs";
import { useDesk } from "./desk";

export const paletteItem =
  "flex min-h-10 items-center gap-3 rounded-1 px-3 py-1.5 data-[selected=true]:bg-surface-3";

/** Closes the palette once its command was given. */
function Item({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  const { dispatch } = useDesk();
  const select = () => {
    onSelect();
    dispatch({ do: "palette", open: false });
  };
  return (
    <Command.Item className={paletteItem} onSelect={select}>
      {children}
    </Command.Item>
  );
}

function PreferenceItems() {
  const bar = useTranslations("bar");
  const names = useTranslations("language");
  const { theme, setTheme, setLanguage } = usePreferences();
  const otherTheme = theme === "dark" ? "light" : "dark";
  return (
    <>
      {languages.map((language) => (
        <Item key={language} onSelect={() => void setLanguage(language)}>
          <span lang={language}>{names(language)}</span>
        </Item>
      ))}
      <Item onSelect={() => setTheme(otherTheme)}>
        {bar("theme")}: {bar(otherTheme)}
      </Item>
    </>
  );
}

export function PaletteCommands() {
  const t = useTranslations("palette");
  const bar = useTranslations("bar");
  const board = useTranslations("board");
  const report = useTranslations("report");
  const { dispatch } = useDesk();
  const user = useUser();
  return (
    <Command.Group heading={t("commands")}>
      {roleMay(user.role, "incident.report") ? (
        <Item onSelect={() => dispatch({ do: "panel", panel: "report" })}>{report("title")}</Item>
      ) : null}
      {(user.role === "admin" ? [] : boardTabs).map(({ name }) => (
        <Item key={name} onSelect={() => dispatch({ do: "board", tab: name })}>
          {board("label")}: {board(`tabs.${name}`)}
        </Item>
      ))}
      <PreferenceItems />
      <Item onSelect={() => void signOut()}>{bar("signOut")}</Item>
    </Command.Group>
  );
}
