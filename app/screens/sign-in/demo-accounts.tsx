"use client";
import {
  Eye,
  type LucideIcon,
  MonitorCog,
  RadioTower,
  ScrollText,
  ShieldCheck,
  Star,
  Tv,
  UserRound,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Country, Role } from "@/domain/vocabulary";
import { useDemoCountries } from "../../live/mode";
import { Button } from "../../ui/button";
import { CountryPlate } from "../../ui/country";
import { demoAccountsOf, demoPassword } from "./accounts";

const icons: Record<Role, LucideIcon> = {
  officer: UserRound,
  operator: RadioTower,
  commander: Star,
  protection: ShieldCheck,
  auditor: ScrollText,
  admin: MonitorCog,
  display: Tv,
  system: Eye,
};

type Props = { busy: string | undefined; onPick: (username: string, password: string) => void };

function CountryAccounts({ country, busy, onPick }: Props & { country: Country }) {
  const role = useTranslations("role");
  const names = useTranslations("country");
  return (
    <section aria-label={names(country)}>
      <h3 className="mb-2 flex items-center gap-2 text-desk-title font-semibold">
        <CountryPlate country={country} />
        {names(country)}
      </h3>
      <ul className="grid gap-1.5">
        {demoAccountsOf(country).map((account) => {
          const Icon = icons[account.role];
          return (
            <li key={account.username}>
              <Button
                className="h-11 w-full justify-start border-line bg-surface-1 px-3 text-left font-normal hover:bg-surface-3"
                disabled={busy !== undefined}
                onClick={() => onPick(account.username, demoPassword)}
              >
                <Icon size={17} aria-hidden className="text-ink-2" />
                <span className="min-w-0 flex-1 truncate font-semibold text-ink-1">
                  {role(account.role)}
                  {account.second ? " 2" : ""}
                </span>
                <span className="text-desk-note text-ink-3">{account.username}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** One click per account, KH left, LA right, as on every screen. */
export function DemoAccounts({ busy, onPick }: Props) {
  const t = useTranslations("signIn");
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="text-desk-title font-semibold">
        {t("demoTitle")}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{t("demoText")}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        {useDemoCountries().map((country) => (
          <CountryAccounts key={country} country={country} busy={busy} onPick={onPick} />
        ))}
      </div>
    </section>
  );
}
