"use client";
/** One request: who must do what next and since when, what, how long there is left, and what can be done about it. */
import { CloudOff, Siren } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { clockAbout } from "@/domain/clock/due";
import { isUnsent } from "@/domain/freshness/unsent";
import type { Incident } from "@/domain/incident/schema";
import { strayTasks } from "@/domain/request/progress";
import type { Request } from "@/domain/request/schema";
import { partnerOf } from "@/domain/vocabulary";
import { Sending } from "../../act/sending";
import { clockTime, useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useHeads } from "../../live/hooks/use-connection";
import { useLive, useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";
import { ClockBar, Countdown, useTimeLeft } from "../clock/countdown";
import { HandoverFacts } from "./handover-facts";
import { NextMoveLine } from "./next-move-line";
import { Progress } from "./progress";
import { RequestActionBar } from "./request-action-bar";
import { useNextMove, useRequestTitle } from "./request-labels";

const box = "grid gap-1.5 rounded-2 border px-3 py-2";

function ClockBox({ clock, children }: { clock: Clock; children: ReactNode }) {
  const { phase } = useTimeLeft(clock);
  const tone =
    phase === "alarm"
      ? "border-clock-alarm bg-surface-2"
      : phase === "warning"
        ? "border-stale bg-stale-quiet"
        : "border-line-strong bg-surface-2";
  return <div className={classes(box, tone)}>{children}</div>;
}

const Box = ({ clock, children }: { clock: Clock | undefined; children: ReactNode }) =>
  clock ? (
    <ClockBox clock={clock}>{children}</ClockBox>
  ) : (
    <div className={classes(box, "border-line-strong bg-surface-2")}>{children}</div>
  );

/** Made, read and due, under the bar they stand on. */
function Times({ request, clock }: { request: Request; clock: Clock | undefined }) {
  const t = useTranslations("request");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { made, answered } = request;
  return (
    <div className="flex flex-wrap justify-between gap-x-3 text-desk-note text-ink-2">
      <span>{t("made", { time: moment(made.at, now) })}</span>
      {answered.read ? (
        <span>{t("read", { time: moment(answered.read.at, now) })}</span>
      ) : request.status === "made" ? (
        <span className="font-semibold text-stale">{t("unread")}</span>
      ) : null}
      {answered.at ? <span>{t("answered", { time: moment(answered.at, now) })}</span> : null}
      {clock ? <span>{t("due", { time: moment(clock.dueAt, now) })}</span> : null}
    </div>
  );
}

/** Said plainly while the link is down: the other side cannot know of it. */
function NotSent({ request }: { request: Request }) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const user = useUser();
  const partner = useHeads()?.partner;
  const mine = user.country === request.from ? request.asked : request.answered;
  const last = mine.confirmed && (!mine.at || mine.confirmed.at > mine.at) ? mine.confirmed.at : mine.at;
  if (!last || !isUnsent({ at: last, by: user.country }, user.country, partner)) return null;
  return (
    <p className="flex items-center gap-1.5 font-semibold text-stale" data-testid="not-sent">
      <CloudOff size={14} aria-hidden className="shrink-0" />
      {t("notSent", { country: names(partnerOf(user.country)) })}
    </p>
  );
}

function Counter({ request }: { request: Request }) {
  const t = useTranslations("request");
  const action = useTranslations("action");
  const { counter } = request.answered;
  if (!counter || request.status !== "countered") return null;
  return (
    <p className="rounded-1 border border-line-strong px-2 py-1 text-desk-body" data-testid="counter">
      {t("counterIs")}: <b className="font-semibold">{action(counter.action)}</b>
      {counter.dueAt ? `, ${t("due", { time: clockTime(counter.dueAt) })}` : null}
    </p>
  );
}

/** The request was withdrawn, and a unit is still on its way for it. */
function Stray({ request }: { request: Request }) {
  const t = useTranslations("request");
  const names = useTranslations("country");
  const { store } = useLive().client;
  const stray = strayTasks(request, (id) => store.get("tasks", id));
  if (stray.length === 0) return null;
  const callsign = stray.map(({ unit }) => unit.callsign).join(", ");
  return (
    <div className="flex items-start gap-2 text-desk-body" role="alert" data-testid="stray-task">
      <Siren size={16} aria-hidden className="mt-0.5 shrink-0 text-clock-alarm" />
      <p>
        <b className="block font-semibold text-clock-alarm">{t("stray")}</b>
        {t("strayText", { country: names(request.from), callsign })}
        <span className="block text-ink-2">{t("reason", { text: request.asked.reason ?? "" })}</span>
      </p>
    </div>
  );
}

export function RequestCard({ incident, request }: { incident: Incident; request: Request }) {
  const t = useTranslations("request");
  const urgency = useTranslations("urgency");
  const clockKind = useTranslations("clock.kind");
  const title = useRequestTitle();
  const nextMove = useNextMove(request);
  const clock = clockAbout(useClocksOf(incident.id), request.id);
  const isUrgent = request.urgency === "danger-to-life" || request.urgency === "pursuit";
  return (
    <article aria-label={title(request)} data-testid="request-card" data-status={request.status}>
      <Box clock={clock}>
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            {nextMove ? <NextMoveLine nextMove={nextMove} sinceClassName="text-desk-note" /> : null}
            <h3 className="mt-0.5 text-desk-title font-semibold">{title(request)}</h3>
            <p className="text-desk-note text-ink-2">
              {t("asked", { desk: request.made.desk })} ·{" "}
              <span className={isUrgent ? "font-semibold text-clock-alarm" : undefined}>
                {urgency(request.urgency)}
              </span>{" "}
              <Sending subject={request.id} />
            </p>
          </div>
          {clock ? (
            <div className="shrink-0 text-right">
              <Countdown
                clock={clock}
                className="text-desk-display leading-none"
                iconClassName="size-[0.75em]"
              />
              <span className="block text-desk-note text-ink-2">{clockKind(clock.kind)}</span>
            </div>
          ) : null}
        </div>
        {clock ? <ClockBar clock={clock} /> : null}
        <Times request={request} clock={clock} />
        <NotSent request={request} />
        <Stray request={request} />
        <Counter request={request} />
        {request.handover ? <HandoverFacts request={request} handover={request.handover} /> : null}
        <Progress request={request} />
        <RequestActionBar incident={incident} request={request} />
      </Box>
    </article>
  );
}

/** An ended request in one line: what, how it ended, by whom, and what was said. */
export function EndedRequest({ request }: { request: Request }) {
  const t = useTranslations("request");
  const status = useTranslations("requestStatus");
  const title = useRequestTitle();
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { asked, answered } = request;
  const byAsker = request.status === "withdrawn" || asked.state === "counter-refused";
  const { at, desk } = byAsker ? asked : answered;
  const said =
    request.status === "completed"
      ? answered.result && t("result", { text: answered.result })
      : (byAsker ? asked.reason : answered.reason) &&
        t("reason", { text: (byAsker ? asked.reason : answered.reason) ?? "" });
  return (
    <p
      className="text-desk-body break-words text-ink-2"
      data-testid="ended-request"
      data-status={request.status}
    >
      <b className="font-semibold text-ink-1">{title(request)}</b>: {status(request.status)}, {desk}{" "}
      {at ? moment(at, now) : null}
      {said ? ` · ${said}` : null}
    </p>
  );
}
