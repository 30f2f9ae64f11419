"use client";
/** Requests between the two centres on a wall: whose move it is, and how long they still have. */
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { clockAbout } from "@/domain/clock/due";
import { isIncident } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import { useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useEntity, useIncident } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { Countdown, useTimeLeft } from "../../parts/clock/countdown";
import { useNextMove, useRequestTitle } from "../../parts/request/request-labels";
import { useOpenRequests } from "../../parts/request/use-open-requests";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { Heading } from "./heading";
import { WallOverdue } from "./overdue";

const longMs = 3_600_000;

/** Large where somebody must act; what is under way, or has hours left, is not counted by the second. */
function TimeLeft({ clock, waits }: { clock: Clock; waits: boolean }) {
  const { hours } = useFormats();
  const { phase, leftMs } = useTimeLeft(clock);
  const alarm = phase === "alarm";
  if (!alarm && phase !== "paused" && leftMs >= longMs) {
    return (
      <time
        dateTime={clock.dueAt}
        className="shrink-0 text-wall-title font-semibold whitespace-nowrap text-ink-2"
      >
        {hours(leftMs)}
      </time>
    );
  }
  return (
    <Countdown
      clock={clock}
      className={classes(
        "shrink-0 rounded-2 px-[0.2em] py-[0.08em] leading-none",
        waits || alarm ? "text-wall-figure" : "text-wall-heading",
        alarm && "bg-alarm-fill text-on-danger",
      )}
      iconClassName="size-[0.72em]"
    />
  );
}

/** In words once the partner has let it run out. */
function Overdue({ clock }: { clock: Clock }) {
  return useTimeLeft(clock).phase === "alarm" ? <WallOverdue clock={clock} /> : null;
}

function Row({ request }: { request: Request }) {
  const { country } = useUser();
  const t = useTranslations("wall");
  const title = useRequestTitle();
  const incident = useIncident(request.incidentId);
  const nextMove = useNextMove(request);
  const waits = nextMove?.what !== "working";
  const clock = clockAbout(useClocksOf(request.incidentId), request.id);
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-1 text-wall-title font-semibold">{title(request)}</span>
        <span className="flex items-center gap-[0.6rem] overflow-hidden text-wall-body whitespace-nowrap text-ink-2">
          {t(waits ? "waitsOn" : "works")}
          {nextMove?.countries.map((country) => (
            <CountryPlate key={country} country={country} className="text-wall-note" />
          ))}
          <span>{isIncident(incident) ? incident.ref : null}</span>
        </span>
        {clock && clock.due !== country ? <Overdue clock={clock} /> : null}
      </span>
      {clock ? <TimeLeft clock={clock} waits={waits} /> : null}
    </>
  );
}

function RequestRow({ id }: { id: string }) {
  const request = useEntity("requests", id);
  if (!request) return null;
  return (
    <li
      data-testid="wall-request"
      data-status={request.status}
      className="flex min-h-[5.4rem] items-center gap-[1rem] border-t py-[0.4rem]"
    >
      <Row request={request} />
    </li>
  );
}

/** At most `most` rows and how many more there are; empty while there is no request. */
export function WallRequests({ most }: { most: number }) {
  const t = useTranslations("wall");
  const ids = useOpenRequests().map(({ about }) => about);
  if (ids.length === 0) return null;
  return (
    <section aria-label={t("requests")} className="shrink-0">
      <Heading text={t("requests")} aside={t("requestsAside")} />
      <ul>
        {ids.slice(0, most).map((id) => (
          <RequestRow key={id} id={id} />
        ))}
      </ul>
      {ids.length > most ? (
        <p className="pb-[0.6rem] text-wall-note text-ink-3">
          {t("moreRequests", { count: ids.length - most })}
        </p>
      ) : null}
    </section>
  );
}

/** How many requests a wall has to show. */
export const useRequestCount = (): number => useOpenRequests().length;
