"use client";
/** That the browser holds this screen's sound back, in words, until a key or a click starts it. */
import { VolumeX } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useLive } from "../../live/hooks/use-live";
import { classes } from "../../ui/classes";
import { useSoundHeld } from "./sound";

const looks = {
  desk: { place: "bottom-4 left-1/2 gap-2.5 px-4 py-2 text-desk-row", icon: "size-5" },
  wall: {
    place: "bottom-[10rem] left-[32%] gap-[1rem] px-[2rem] py-[0.9rem] text-wall-lead",
    icon: "size-[2.2rem]",
  },
  field: {
    place: "bottom-23 left-1/2 w-max max-w-[92%] gap-2.5 px-4 py-2 text-field-body",
    icon: "size-6",
  },
} as const;

/** Mounted once per screen. It takes no clicks: any click or key starts the sound. */
export function HeldSound({ look }: { look: keyof typeof looks }) {
  const t = useTranslations("screenState");
  const { store } = useLive().client;
  const held = useSoundHeld();
  useEffect(() => {
    store.silent = held;
  }, [store, held]);
  const { place, icon } = looks[look];
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-30">
      {held ? (
        <p
          data-testid="held-sound"
          className={classes(
            "fixed flex -translate-x-1/2 items-center rounded-3 border-2 border-stale bg-stale-quiet font-semibold text-ink-1 shadow-lift",
            place,
          )}
        >
          <VolumeX aria-hidden className={classes("shrink-0 text-stale", icon)} />
          {t(look === "field" ? "soundHeldTouch" : "soundHeld")}
        </p>
      ) : null}
    </div>
  );
}
