"use client";
/** How far an incident is shared, and whether a release or a recall is still on its way to the partner's node. */
import { Hourglass } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { useNotYetThere } from "../../live/hooks/use-not-yet-there";

export function SharingText({ incident }: { incident: Incident }) {
  const t = useTranslations("sharing");
  const underWay = useNotYetThere(incident);
  if (!underWay) return t(incident.sharing);
  return (
    <span
      data-testid="not-yet-there"
      className="inline-flex min-w-0 items-center gap-[0.3em] font-semibold text-stale"
    >
      <Hourglass aria-hidden className="size-[1em] shrink-0" />
      {t(underWay === "released" ? "releasedNotThere" : "recalledNotThere")}
    </span>
  );
}
