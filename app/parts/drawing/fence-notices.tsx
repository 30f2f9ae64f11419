"use client";
/** Notices of units that enter a watched area, leave it or leave it empty. Each stays until it is dismissed. */
import { BellRing, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type FenceEvent, fenceEvents, type UnitPlace } from "@/domain/drawing/fence";
import { clockTime } from "../../i18n/format";
import { useDrawings } from "../../live/hooks/use-drawings";
import { useLive } from "../../live/hooks/use-live";
import { usePositions } from "../../live/hooks/use-positions";
import { Button } from "../../ui/button";

type Notice = FenceEvent & { key: number; atMs: number };
const most = 4;
const wording = { enter: "entered", leave: "left", empty: "emptied" } as const;

/** When a unit leaves an area empty, only that is shown, not also that it left. */
function gravest(events: readonly FenceEvent[]): FenceEvent[] {
  const emptied = new Set(
    events.filter(({ warning }) => warning === "empty").map(({ drawing, unit }) => `${drawing} ${unit}`),
  );
  return events.filter(
    ({ drawing, unit, warning }) => warning !== "leave" || !emptied.has(`${drawing} ${unit}`),
  );
}

function useNotices(): [readonly Notice[], (key: number) => void] {
  const { store } = useLive().client;
  const positions = usePositions();
  const drawings = useDrawings();
  const watched = useRef(drawings);
  watched.current = drawings;
  const before = useRef<readonly UnitPlace[]>([]);
  const nextKey = useRef(1);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const now = positions.map(([id, lng, lat]) => ({ id, lng, lat }));
    const events = gravest(fenceEvents(watched.current, before.current, now));
    before.current = now;
    if (events.length === 0) return;
    const atMs = store.time.now();
    const made = events.map((event) => ({ ...event, key: nextKey.current++, atMs }));
    setNotices((old) => [...old, ...made].slice(-most));
  }, [positions, store]);
  return [notices, (key) => setNotices((old) => old.filter((notice) => notice.key !== key))];
}

export function FenceNotices() {
  const t = useTranslations("draw");
  const act = useTranslations("act");
  const { store } = useLive().client;
  const [notices, dismiss] = useNotices();
  return (
    <section
      aria-live="polite"
      aria-label={t("warnings")}
      className="absolute bottom-14 left-3 z-10 grid gap-2"
    >
      {notices.map(({ key, drawing, warning, unit, atMs }) => (
        <div
          key={key}
          data-testid="fence-notice"
          className="flex max-w-sm items-start gap-2.5 rounded-2 bg-surface-3 py-2 pr-1.5 pl-3 text-desk-body shadow-lift"
        >
          <BellRing size={16} aria-hidden className="mt-0.5 shrink-0 text-stale" />
          <span className="min-w-0 flex-1 text-ink-1">
            {t(wording[warning], {
              unit: store.get("units", unit)?.callsign ?? unit,
              area: store.get("drawings", drawing)?.label ?? t("unnamed"),
            })}
            <span className="pl-2 text-ink-3 tabular-nums">{clockTime(atMs)}</span>
          </span>
          <Button
            look="quiet"
            size="small"
            className="px-1.5"
            aria-label={act("dismiss")}
            onClick={() => dismiss(key)}
          >
            <X size={15} aria-hidden />
          </Button>
        </div>
      ))}
    </section>
  );
}
