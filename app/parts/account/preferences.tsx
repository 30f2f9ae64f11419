"use client";
import { Languages, Moon, Sun } from "lucide-react";
import { useTranslations } from "use-intl";
import { languages } from "@/domain/vocabulary";
import { isLanguage } from "../../i18n/languages";
import { usePreferences } from "../../i18n/provider";
import { Button } from "../../ui/button";
import { Menu, MenuContent, MenuRadio, MenuRadioGroup, MenuTrigger } from "../../ui/menu";

/** The three languages by their own names. */
export function LanguageMenu() {
  const t = useTranslations("language");
  const { language, setLanguage } = usePreferences();
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" aria-label={t("label")} className="px-2.5">
          <Languages size={17} aria-hidden />
          <span lang={language}>{t(language)}</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <LanguageChoices />
      </MenuContent>
    </Menu>
  );

  function LanguageChoices() {
    return (
      <MenuRadioGroup value={language} onValueChange={(next) => isLanguage(next) && void setLanguage(next)}>
        {languages.map((choice) => (
          <MenuRadio key={choice} value={choice}>
            <span lang={choice}>{t(choice)}</span>
          </MenuRadio>
        ))}
      </MenuRadioGroup>
    );
  }
}

export function ThemeButton() {
  const t = useTranslations("bar");
  const { theme, setTheme } = usePreferences();
  const next = theme === "dark" ? "light" : "dark";
  const Icon = theme === "dark" ? Sun : Moon;
  return (
    <Button
      look="quiet"
      size="square"
      aria-label={`${t("theme")}: ${t(next)}`}
      onClick={() => setTheme(next)}
    >
      <Icon size={17} aria-hidden />
    </Button>
  );
}
