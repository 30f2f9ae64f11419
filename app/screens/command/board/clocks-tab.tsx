"use client";
/** All running deadlines, the next due first. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { isIncident } from "@/domain/incident/schema";
import { clockTime, useFormats } from "../../../i18n/format";
import { useClocks } from "../../../live/hooks/use-clocks";
import { useEntity, useIncident } from "../../../live/hooks/use-entity";
import { useUser } from "../../../live/hooks/use-live";
import { useNow } from "../../../live/ticker";
import { ClockActions } from "../../../parts/clock/clock-actions";
import { Countdown } from "../../../parts/clock/countdown";
import { EndsWhen } from "../../../parts/clock/ends-when";
import { CountryPlate } from "../../../ui/country";
import { Empty } from "../../../ui/empty";
import { ScrollRegion } from "../../../ui/scroll";
import { ToggleGroup } from "../../../ui/toggle";
import { useDesk } from "../desk";

/** More than a desk can look at; the rest is only counted. */
const most = 50;

/** What a deadline is about, beside its incident: the action of its request or task. */
function About({ clock }: { clock: Clock }) {
  const kind = useTranslations("kind");
  const action = useTranslations("action");
  const incident = useIncident(clock.incidentId);
  const request = useEntity("requests", clock.about);
  const task = useEntity("tasks", clock.about);
  const act = request?.action ?? task?.action;
  return (
    <span className="truncate text-ink-2">
      {act ? `${action(act)} · ` : ""}
      {isIncident(incident) ? `${incident.ref} · ${kind(incident.kind)}` : ""}
    </span>
  );
}

function Row({ clock }: { clock: Clock }) {
  const t = useTranslations("clocks");
  const kinds = useTranslations("clock");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { dispatch } = useDesk();
  const acknowledged = clock.acknowledged[clock.due];
  return (
    <li
      data-testid="clock-row"
      className="grid min-h-9 grid-cols-[96px_minmax(0,1fr)_auto] items-center gap-3 border-t px-3.5 py-1"
    >
      <Countdown clock={clock} className="text-desk-body" />
      <button
        type="button"
        className="flex min-w-0 flex-wrap items-center gap-x-2 text-left"
        onClick={() => dispatch({ do: "select", id: clock.incidentId })}
      >
        <CountryPlate country={clock.due} className="text-desk-note" />
        <b className="font-semibold">{kinds(`kind.${clock.kind}`)}</b>
        <About clock={clock} />
        <span className="text-ink-3">
          {acknowledged
            ? t("acknowledgedBy", { desk: acknowledged.desk, time: moment(acknowledged.at, now) })
            : kinds("due", { time: moment(clock.dueAt, now) })}{" "}
          · <EndsWhen clock={clock} />
        </span>
      </button>
      <ClockActions clock={clock} />
    </li>
  );
}

/** How many deadlines the own side has. */
export function ClocksCount() {
  const { country } = useUser();
  return useClocks().filter(({ due }) => due === country).length;
}

export function ClocksTab() {
  const t = useTranslations("clocks");
  const user = useUser();
  const now = useNow(60_000);
  const clocks = useClocks();
  const [whose, show] = useState<"ours" | "all">("ours");
  const shown = whose === "all" ? clocks : clocks.filter(({ due }) => due === user.country);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ToggleGroup
        label={t("whose")}
        value={whose}
        choices={[
          { value: "ours", label: t("ours") },
          { value: "all", label: t("all") },
        ]}
        onChange={show}
        className="px-3.5 py-1.5"
        itemClassName="min-h-7 px-2.5 py-0 text-desk-note"
      />
      <ScrollRegion label={t("label")} className="flex-1">
        {shown.length === 0 ? (
          <Empty>{t(whose === "ours" ? "emptyOurs" : "empty", { time: clockTime(now) })}</Empty>
        ) : null}
        <ul>
          {shown.slice(0, most).map((clock) => (
            <Row key={clock.id} clock={clock} />
          ))}
        </ul>
        {shown.length > most ? (
          <p className="px-3.5 py-2 text-ink-3">{t("more", { count: shown.length - most })}</p>
        ) : null}
      </ScrollRegion>
    </div>
  );
}
