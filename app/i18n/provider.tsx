"use client";
/** Language and theme of this browser: chosen per user, kept in a cookie, changed without a reload. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { IntlProvider } from "use-intl";
import type { Language } from "@/domain/vocabulary";
import { languageCookie, type Theme, themeCookie, yearSeconds } from "./languages";
import { loadMessages, type MessageTree } from "./messages";

type Preferences = {
  language: Language;
  theme: Theme;
  setLanguage: (language: Language) => Promise<void>;
  setTheme: (theme: Theme) => void;
};

const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error("usePreferences outside PreferencesProvider");
  return preferences;
}

/** Both sides keep UTC+7 without daylight saving (docs/domain.md §5). */
export const timeZone = "Asia/Vientiane";

function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain-HTTP addresses, where walls run
  document.cookie = `${name}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

type Props = { language: Language; theme: Theme; messages: MessageTree; children: ReactNode };

export function PreferencesProvider(props: Props) {
  const [texts, setTexts] = useState({ language: props.language, messages: props.messages });
  const [theme, showTheme] = useState(props.theme);

  const setLanguage = useCallback(async (language: Language) => {
    const messages = await loadMessages(language);
    document.documentElement.lang = language;
    keep(languageCookie, language);
    setTexts({ language, messages });
  }, []);

  const setTheme = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    keep(themeCookie, next);
    showTheme(next);
  }, []);

  const preferences = useMemo(
    () => ({ language: texts.language, theme, setLanguage, setTheme }),
    [texts.language, theme, setLanguage, setTheme],
  );
  return (
    <PreferencesContext value={preferences}>
      <IntlProvider locale={texts.language} messages={texts.messages} timeZone={timeZone}>
        {props.children}
      </IntlProvider>
    </PreferencesContext>
  );
}
