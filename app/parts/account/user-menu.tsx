"use client";
import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { languages } from "@/domain/vocabulary";
import { isLanguage, isTheme, themes } from "../../i18n/languages";
import { usePreferences } from "../../i18n/provider";
import { useUser } from "../../live/hooks/use-live";
import { signOut } from "../../live/sign-in";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadio,
  MenuRadioGroup,
  MenuSeparator,
  MenuTrigger,
} from "../../ui/menu";

const screens = ["command", "wall", "field"] as const;

/** Language, theme, the other screens, sign out. */
export function UserMenu({ children }: { children: ReactNode }) {
  const t = useTranslations("bar");
  const names = useTranslations("language");
  const router = useRouter();
  const user = useUser();
  const { language, theme, setLanguage, setTheme } = usePreferences();
  return (
    <Menu>
      <MenuTrigger asChild>{children}</MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>{user.username}</MenuLabel>
        <MenuSeparator />
        <MenuLabel>{names("label")}</MenuLabel>
        <MenuRadioGroup value={language} onValueChange={(next) => isLanguage(next) && void setLanguage(next)}>
          {languages.map((choice) => (
            <MenuRadio key={choice} value={choice}>
              <span lang={choice}>{names(choice)}</span>
            </MenuRadio>
          ))}
        </MenuRadioGroup>
        <MenuLabel>{t("theme")}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(next) => isTheme(next) && setTheme(next)}>
          {themes.map((choice) => (
            <MenuRadio key={choice} value={choice}>
              {t(choice)}
            </MenuRadio>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        {screens.map((screen) => (
          <MenuItem key={screen} onSelect={() => router.push(`/${screen}`)}>
            {t(screen)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut size={15} aria-hidden /> {t("signOut")}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
