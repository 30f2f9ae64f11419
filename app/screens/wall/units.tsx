"use client";
/** How many units each side has: of the partner only those on an agreed joint task are known here. */
import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { compareText } from "@/domain/order";
import { isLiveTask } from "@/domain/task/machine";
import { isOutOnTask } from "@/domain/unit/stated";
import { type Country, countries } from "@/domain/vocabulary";
import { useListing } from "../../live/hooks/use-listing";
import { useLive, useUser } from "../../live/hooks/use-live";
import type { LiveStore } from "../../live/store/store";
import { type ListingOptions, unitsOfTask } from "../../live/views/listing";
import { CountryPlate } from "../../ui/country";
import { Heading } from "./heading";

/** Own units that are available and on duty, or have a live task. */
function unitsOf(store: LiveStore, country: Country, state: "available" | "onTask" | "outOnTask") {
  const options: ListingOptions<"units", string> = {
    collection: "units",
    keyOf: (unit) => {
      if (unit.country !== country) return null;
      const status = store.unitStatusOf(unit);
      const free = status === "available" && unit.duty !== undefined;
      const busy = status === "assigned" || status === "en_route" || status === "on_scene";
      const counts = { available: free, onTask: busy, outOnTask: isOutOnTask(unit, status) };
      return counts[state] ? unit.callsign : null;
    },
    compare: compareText,
    also: unitsOfTask,
  };
  return options;
}

const liveTasks: ListingOptions<"tasks", string> = {
  collection: "tasks",
  keyOf: (task) => (isLiveTask(task) ? task.unitId : null),
  compare: compareText,
};

function Count({ number, text }: { number: number; text: string }) {
  return (
    <span className="flex items-baseline gap-[0.7rem] text-wall-body whitespace-nowrap text-ink-2">
      <b className="text-wall-title leading-tight font-bold text-ink-1">{number}</b> {text}
    </span>
  );
}

function OwnCounts({ country }: { country: Country }) {
  const t = useTranslations("wall");
  const { store } = useLive().client;
  const free = useListing(useMemo(() => unitsOf(store, country, "available"), [store, country]));
  const busy = useListing(useMemo(() => unitsOf(store, country, "onTask"), [store, country]));
  const out = useListing(useMemo(() => unitsOf(store, country, "outOnTask"), [store, country]));
  const statuses = useTranslations("unitStatus");
  return (
    <>
      <Count number={free.length} text={t("available")} />
      <Count number={busy.length} text={t("onTask")} />
      {out.length > 0 ? (
        <span
          data-testid="wall-out-on-task"
          className="flex items-center gap-[0.5rem] text-wall-note font-semibold text-clock-alarm"
        >
          <TriangleAlert aria-hidden className="size-[1em] shrink-0" />
          {out.map((id) => `${store.get("units", id)?.callsign} ${statuses("out_of_service")}`).join(", ")}
        </span>
      ) : null}
    </>
  );
}

function PartnerCount({ country }: { country: Country }) {
  const t = useTranslations("wall");
  const { store } = useLive().client;
  const tasks = useListing(liveTasks).flatMap((id) => store.get("tasks", id) ?? []);
  const units = new Set(tasks.filter((task) => task.country === country).map(({ unitId }) => unitId));
  return <Count number={units.size} text={t("onJointTask")} />;
}

export function WallUnits() {
  const t = useTranslations("wall");
  const user = useUser();
  return (
    <section aria-label={t("units")} className="shrink-0" data-testid="wall-units">
      <Heading text={t("units")} />
      <div className="grid grid-cols-[repeat(2,minmax(max-content,1fr))] gap-[1rem] border-t py-[0.8rem]">
        {countries.map((country) => (
          <div key={country} className="flex items-center gap-[1.2rem]">
            <CountryPlate country={country} className="text-wall-title" />
            <span className="grid">
              {country === user.country ? (
                <OwnCounts country={country} />
              ) : (
                <PartnerCount country={country} />
              )}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
