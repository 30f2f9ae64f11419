import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { exerciseHeader } from "@/domain/protocol/page";
import { countries } from "@/domain/vocabulary";
import { palettes } from "@/map/style/palette";
import "./fonts";
import "./globals.css";
import { isLanguage, isTheme, languageCookie, preferredLanguage, themeCookie } from "./i18n/languages";
import { loadMessages } from "./i18n/messages";
import { PreferencesProvider } from "./i18n/provider";
import { ModeProvider } from "./live/mode";
import { Toaster } from "./ui/toast";
import { TooltipProvider } from "./ui/tooltip";

export const metadata: Metadata = { title: "Sekong", robots: { index: false, follow: false } };
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: palettes.dark.surface,
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const sent = await headers();
  const named = sent.get(exerciseHeader)?.split(" ") ?? [];
  const demoCountries = countries.filter((country) => named.includes(country));
  const kept = jar.get(languageCookie)?.value;
  const language = isLanguage(kept) ? kept : preferredLanguage(sent.get("accept-language") ?? "");
  const keptTheme = jar.get(themeCookie)?.value;
  const theme = isTheme(keptTheme) ? keptTheme : "dark";
  const messages = await loadMessages(language);
  return (
    <html lang={language} data-theme={theme}>
      <body>
        <PreferencesProvider language={language} theme={theme} messages={messages}>
          <ModeProvider demoCountries={demoCountries}>
            <TooltipProvider>
              {children}
              <Toaster />
            </TooltipProvider>
          </ModeProvider>
        </PreferencesProvider>
      </body>
    </html>
  );
}
