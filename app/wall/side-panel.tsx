"use client";
/** Beside the wall's map: what matters now, what the two centres have asked of each other, and who is at hand. */
import { useTranslations } from "use-intl";
import { clockTime } from "../i18n/format";
import { useNow } from "../live/clock";
import { useHasPicture, useRanking } from "../live/hooks";
import { useTakeovers } from "../live/response-hooks";
import { WallAlarms } from "./alarms";
import { Heading } from "./heading";
import { useRequestCount, WallRequests } from "./requests";
import { WallRow } from "./rows";
import { WallUnits } from "./units";

/** Rows there is room for on a 1080 px wall, by what else stands there. */
const room = {
  calm: { mattering: 4, requests: 3, units: true },
  takenOver: { mattering: 2, requests: 3, units: false },
} as const;
/** Small rows of the newest, where no request takes their place. */
const newest = 3;

export function SidePanel() {
  const t = useTranslations("wall");
  const ready = useHasPicture();
  const now = useNow(60_000);
  const weight = useRanking("weight");
  const latest = useRanking("newest");
  const requests = useRequestCount();
  const [takeover] = useTakeovers();
  const space = takeover ? room.takenOver : room.calm;
  // What takes over stands large above; here it would only be said twice.
  const listed = (ids: readonly string[]) => ids.filter((id) => id !== takeover?.incidentId);
  const first = listed(weight.ids).slice(0, space.mattering);
  const rest = listed(latest.ids)
    .filter((id) => !first.includes(id))
    .slice(0, requests > 0 || takeover ? 0 : newest);
  const more = listed(latest.ids).length - first.length - rest.length;
  return (
    <aside
      aria-label={t("now")}
      className="flex min-h-0 flex-col overflow-hidden border-l bg-surface-1 px-[1.75rem]"
    >
      <WallAlarms />
      <Heading text={t("now")} aside={first.length > 0 ? t("readAt") : undefined} />
      {ready && first.length === 0 && !takeover ? (
        <p className="border-t py-[2rem] text-[1.75rem] text-ink-2">{t("empty", { time: clockTime(now) })}</p>
      ) : null}
      <ul>
        {first.map((id) => (
          <WallRow key={id} id={id} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <>
          <Heading text={t("newest")} />
          <ul>
            {rest.map((id) => (
              <WallRow key={id} id={id} small />
            ))}
          </ul>
        </>
      ) : null}
      {more > 0 ? (
        <p className="border-t py-[0.3rem] text-[1.5rem] text-ink-3">{t("more", { count: more })}</p>
      ) : null}
      <WallRequests most={space.requests} />
      {space.units ? <WallUnits /> : null}
    </aside>
  );
}
