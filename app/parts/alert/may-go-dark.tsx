"use client";
/** Keeps a wall or a phone lit, and says so where the browser does not do it. */
import { MoonStar } from "lucide-react";
import { useTranslations } from "use-intl";
import { useWakeLock } from "../../live/wake-lock";
import { classes } from "../../ui/classes";

/** Mounted once per screen. */
export function MayGoDark({ className }: { className: string }) {
  const t = useTranslations("screenState");
  const state = useWakeLock();
  return (
    <output
      data-testid="wake-lock"
      data-state={state}
      className={classes(state === "none" ? className : "sr-only")}
    >
      {state === "none" ? (
        <>
          <MoonStar aria-hidden className="size-[1.2em] shrink-0 text-stale" /> {t("mayGoDark")}
        </>
      ) : null}
    </output>
  );
}
