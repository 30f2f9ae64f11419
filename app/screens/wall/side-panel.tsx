"use client";
/** Beside the wall's map: the most important incidents, the requests between the centres, and the available units. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Country, countries } from "@/domain/vocabulary";
import { clockTime } from "../../i18n/format";
import { useHasPicture } from "../../live/hooks/use-connection";
import { useRanking } from "../../live/hooks/use-ranking";
import { useTakeovers } from "../../live/hooks/use-takeovers";
import { useNow } from "../../live/ticker";
import { CountryPlate } from "../../ui/country";
import { WallAlarms } from "./alarms";
import { FittingList } from "./fitting-list";
import { Heading } from "./heading";
import { useRequestCount, WallRequests } from "./requests";
import { WallRow } from "./rows";
import { WallUnits } from "./units";

/** More rows than a wall has room for; only those that fit are seen. */
const mattering = 6;
const requestRows = 2;
/** Small rows of the newest, where no request takes their place. */
const newest = 3;

function Newest({ ids }: { ids: readonly string[] }) {
  const t = useTranslations("wall");
  if (ids.length === 0) return null;
  return (
    <section aria-label={t("newest")}>
      <Heading text={t("newest")} />
      <ul>
        {ids.map((id) => (
          <WallRow key={id} id={id} small />
        ))}
      </ul>
    </section>
  );
}

/** Imported history, counted per country and listed nowhere on a wall. */
function Imported({ of }: { of: (country: Country) => number }) {
  const t = useTranslations("wall");
  return countries.map((country) =>
    of(country) > 0 ? (
      <p
        key={country}
        data-testid="wall-imported"
        className="flex items-center gap-[0.8rem] border-t py-[0.3rem] text-wall-note text-ink-2"
      >
        <CountryPlate country={country} /> {t("imported", { count: of(country) })}
      </p>
    ) : null,
  );
}

export function SidePanel() {
  const t = useTranslations("wall");
  const ready = useHasPicture();
  const now = useNow(60_000);
  const grave = useRanking("gravity");
  const latest = useRanking("newest");
  const requests = useRequestCount();
  const [takeover] = useTakeovers();
  const [fitting, setFitting] = useState(mattering);
  // What takes over is shown large above and not repeated here.
  const listed = (ids: readonly string[]) => ids.filter((id) => id !== takeover?.incidentId);
  const most = requests > 0 || takeover ? mattering : mattering - 2;
  const first = listed(grave.ids).slice(0, most);
  const seen = first.slice(0, fitting);
  const rest = listed(latest.ids)
    .filter((id) => !first.includes(id))
    .slice(0, most === mattering ? 0 : newest);
  const more = listed(latest.ids).length - seen.length - rest.length;
  return (
    <aside
      aria-label={t("now")}
      className="flex min-h-0 flex-col overflow-hidden border-l bg-surface-1 px-[1.75rem] pb-[0.5rem]"
    >
      <WallAlarms />
      <Heading text={t("now")} aside={first.length > 0 ? t("readAt") : undefined} />
      {ready && first.length === 0 && !takeover ? (
        <p className="border-t py-[2rem] text-wall-lead text-ink-2">{t("empty", { time: clockTime(now) })}</p>
      ) : null}
      <FittingList onFit={setFitting}>
        {first.map((id) => (
          <WallRow key={id} id={id} />
        ))}
      </FittingList>
      {more > 0 ? (
        <p className="border-t py-[0.3rem] text-wall-note text-ink-3">{t("more", { count: more })}</p>
      ) : null}
      <Imported of={(country) => latest.imported(country)} />
      <Newest ids={rest} />
      <WallRequests most={requestRows} />
      {takeover ? null : <WallUnits />}
    </aside>
  );
}
