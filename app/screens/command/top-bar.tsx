"use client";
/** The bar of the command screen: mode, state of the picture, search, report, settings, time. */
import { Plus, Search, Settings2, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import { useUser } from "../../live/hooks/use-live";
import { useExercise } from "../../live/mode";
import { UserMenu } from "../../parts/account/user-menu";
import { useSound } from "../../parts/alert/sound";
import { Bridge } from "../../parts/link/bridge";
import { DeskClock } from "../../parts/link/clock";
import { Button } from "../../ui/button";
import { ExerciseMark } from "../../ui/exercise";
import { Tooltip } from "../../ui/tooltip";
import { useDesk } from "./desk";

export function SoundButton() {
  const t = useTranslations("bar");
  const { on, toggle } = useSound();
  const Icon = on ? Volume2 : VolumeX;
  const text = t(on ? "soundOn" : "soundOff");
  return (
    <Tooltip text={text}>
      <Button
        look="quiet"
        size="squareSmall"
        aria-pressed={on}
        aria-label={t("sounds")}
        onClick={toggle}
        className={on ? "" : "text-stale"}
      >
        <Icon size={17} aria-hidden />
      </Button>
    </Tooltip>
  );
}

function SearchButton() {
  const t = useTranslations("bar");
  const { dispatch } = useDesk();
  return (
    <Button
      className="h-8 gap-2 px-2.5 text-desk-body font-normal text-ink-3"
      aria-label={t("search")}
      aria-keyshortcuts="Control+K"
      onClick={() => dispatch({ do: "palette", open: true })}
    >
      <Search size={15} aria-hidden />
      <span className="hidden min-[1400px]:inline">{t("search")}</span>
      <kbd className="whitespace-nowrap">Ctrl K</kbd>
    </Button>
  );
}

function ReportButton() {
  const t = useTranslations("bar");
  const { dispatch } = useDesk();
  return (
    <Button
      look="primary"
      className="h-8 px-3"
      aria-keyshortcuts="R"
      data-testid="report"
      onClick={() => dispatch({ do: "panel", panel: "report" })}
    >
      <Plus size={16} aria-hidden />
      {t("report")}
    </Button>
  );
}

export function TopBar() {
  const role = useTranslations("role");
  const bar = useTranslations("bar");
  const user = useUser();
  const exercise = useExercise();
  return (
    <header className="flex h-[52px] items-center gap-3 border-b bg-surface-1 px-3.5">
      {exercise ? <ExerciseMark className="text-desk-note" /> : null}
      <span className="text-desk-title font-semibold">Sekong</span>
      <Bridge className="mx-auto h-9 max-w-[600px] flex-1 text-desk-row" />
      {roleMay(user.role, "incident.report") ? <ReportButton /> : null}
      <SearchButton />
      <SoundButton />
      <UserMenu>
        <Button look="quiet" className="h-10 gap-2 px-2" aria-label={bar("user")}>
          <span className="text-right">
            <b className="block text-desk-body leading-tight font-semibold text-ink-1">{user.desk}</b>
            <span className="block text-desk-note leading-tight font-normal text-ink-2">
              {role(user.role)}
            </span>
          </span>
          <Settings2 size={15} aria-hidden className="text-ink-3" />
        </Button>
      </UserMenu>
      <DeskClock />
    </header>
  );
}
