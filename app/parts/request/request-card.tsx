"use client";
/** One request: who must do what next and since when, what, how long there is left, and what can be done about it. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { clockAbout } from "@/domain/clock/due";
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import { Sending } from "../../act/sending";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { classes } from "../../ui/classes";
import { ClockBar, Countdown, useTimeLeft } from "../clock/countdown";
import { EndsWhen } from "../clock/ends-when";
import { UnseenAt } from "../incident/unseen-mark";
import { HandoverFacts } from "./handover-facts";
import { NextMoveLine } from "./next-move-line";
import { Progress } from "./progress";
import { RequestActionBar } from "./request-action-bar";
import { useNextMove, useRequestTitle } from "./request-labels";
import { CounterNotice, NotSentNotice, StrayTaskNotice } from "./request-notices";
import { RequestTimes } from "./request-times";

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

type Props = { incident: IncidentEntity; request: Request };

/** Whose move it is, what is asked and how urgent, and how long there is left. */
function Head({ request, clock }: { request: Request; clock: Clock | undefined }) {
  const t = useTranslations("request");
  const urgency = useTranslations("urgency");
  const clockKind = useTranslations("clock.kind");
  const title = useRequestTitle();
  const nextMove = useNextMove(request);
  const isUrgent = request.urgency === "danger-to-life" || request.urgency === "pursuit";
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        {nextMove ? <NextMoveLine nextMove={nextMove} sinceClassName="text-desk-note" /> : null}
        <h3 className="mt-0.5 text-desk-title font-semibold">
          {title(request)} <UnseenAt about={request.id} />
        </h3>
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
          <Countdown clock={clock} className="text-desk-display leading-none" iconClassName="size-[0.75em]" />
          <span className="block text-desk-note text-ink-2">{clockKind(clock.kind)}</span>
          <EndsWhen clock={clock} className="block text-desk-note text-ink-3" />
        </div>
      ) : null}
    </div>
  );
}

export function RequestCard({ incident, request }: Props) {
  const title = useRequestTitle();
  const clock = clockAbout(useClocksOf(incident.id), request.id);
  return (
    <article aria-label={title(request)} data-testid="request-card" data-status={request.status}>
      <Box clock={clock}>
        <Head request={request} clock={clock} />
        {clock ? <ClockBar clock={clock} /> : null}
        <RequestTimes request={request} clock={clock} />
        <NotSentNotice request={request} />
        <StrayTaskNotice request={request} />
        <CounterNotice request={request} />
        {request.handover ? <HandoverFacts request={request} handover={request.handover} /> : null}
        <Progress request={request} />
        <RequestActionBar incident={incident} request={request} />
      </Box>
    </article>
  );
}
