"use client";
/** All that an administrator sees of the picture: the own units and no incident. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ControlsSlot } from "./controls";
import { UnitsTab } from "./units-tab";

export function UnitsScreen() {
  const t = useTranslations("board");
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <main className="@container flex min-h-0 flex-1 flex-col bg-surface-1" data-testid="units-screen">
      <header className="flex h-12 shrink-0 items-center gap-2 px-3.5">
        <h2 className="text-desk-title font-semibold">{t("tabs.units")}</h2>
        <div ref={setSlot} className="ml-auto flex items-center gap-1.5" />
      </header>
      <ControlsSlot value={slot}>
        <UnitsTab />
      </ControlsSlot>
    </main>
  );
}
