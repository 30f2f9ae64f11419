/** The three languages of the screens, and where the choice is kept. */
import { type Language, languages } from "@/domain/vocabulary";

export const languageCookie = "sekong-language";
export const themeCookie = "sekong-theme";

export const themes = ["dark", "light"] as const;
export type Theme = (typeof themes)[number];

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);
export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** The language a browser asks for, English when it asks for none of the three. */
export function preferredLanguage(acceptLanguage: string): Language {
  const wanted = acceptLanguage.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? "en";
}

/** A year: a screen on a wall must not fall back to English at midnight. */
export const yearSeconds = 31_536_000;
