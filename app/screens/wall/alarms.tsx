"use client";
/** Overdue deadlines of this side that nobody has acknowledged: white on red, with a text and how long overdue. */
import { BellRing } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Alarm } from "@/domain/clock/alarms";
import { isIncident } from "@/domain/incident/schema";
import { useAlarms } from "../../live/hooks/use-alarms";
import { useIncident } from "../../live/hooks/use-entity";
import { Countdown } from "../../parts/clock/countdown";
import { EndsWhen } from "../../parts/clock/ends-when";

function Row({ alarm: { clock }, more }: { alarm: Alarm; more: number }) {
  const t = useTranslations("alarm");
  const kinds = useTranslations("clock");
  const wall = useTranslations("wall");
  const incident = useIncident(clock.incidentId);
  return (
    <div
      data-testid="wall-alarm"
      className="-mx-[1.75rem] flex items-center gap-[1.1rem] bg-alarm-fill px-[1.75rem] py-[0.7rem] text-on-danger"
    >
      <BellRing aria-hidden className="size-[2.6rem] shrink-0" />
      <span className="min-w-0 flex-1">
        <b className="line-clamp-1 text-wall-lead font-bold">
          {t("ranOut", { what: kinds(`kind.${clock.kind}`) })}
        </b>
        <span className="block text-wall-body">
          {isIncident(incident) ? incident.ref : null}
          {" · "}
          <EndsWhen clock={clock} />
          {more > 0 ? ` ${wall("more", { count: more })}` : ""}
        </span>
      </span>
      <Countdown clock={clock} className="text-wall-heading text-on-danger" iconClassName="size-[0.8em]" />
    </div>
  );
}

export function WallAlarms() {
  const t = useTranslations("alarm");
  const alarms = useAlarms().filter(({ audible }) => audible);
  const [first] = alarms;
  return (
    <section aria-label={t("label")} aria-live="polite">
      {first ? <Row alarm={first} more={alarms.length - 1} /> : null}
    </section>
  );
}
