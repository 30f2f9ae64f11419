"use client";
/** All live requests of both directions, the gravest first; a press opens the incident. */
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import type { Request } from "@/domain/request/schema";
import { clockTime } from "../../../i18n/format";
import { useEntity, useIncident } from "../../../live/hooks/use-entity";
import { useNow } from "../../../live/ticker";
import { Countdown } from "../../../parts/clock/countdown";
import { NextMoveLine } from "../../../parts/request/next-move-line";
import { useNextMove, useRequestTitle } from "../../../parts/request/request-labels";
import { useOpenRequests } from "../../../parts/request/use-open-requests";
import { classes } from "../../../ui/classes";
import { CountryPlate } from "../../../ui/country";
import { Empty } from "../../../ui/empty";
import { ScrollRegion } from "../../../ui/scroll";
import { useDesk } from "../desk";

const columns =
  "grid grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)_minmax(0,0.9fr)_minmax(84px,auto)] items-center gap-x-3 px-3.5";

function NextMoveCell({ request }: { request: Request }) {
  const nextMove = useNextMove(request);
  return nextMove ? <NextMoveLine nextMove={nextMove} sinceClassName="text-desk-note" /> : <span />;
}

type RowProps = { id: string; clock: Clock; selected: boolean; onSelect: (incidentId: string) => void };

function Row({ id, clock, selected, onSelect }: RowProps) {
  const urgency = useTranslations("urgency");
  const kind = useTranslations("kind");
  const title = useRequestTitle();
  const request = useEntity("requests", id);
  const incident = useIncident(clock.incidentId);
  if (!request) return null;
  return (
    <li>
      <button
        type="button"
        data-testid="request-row"
        aria-current={selected ? "true" : undefined}
        onClick={() => onSelect(request.incidentId)}
        className={classes(
          columns,
          "w-full border-t py-1.5 text-left text-desk-body -outline-offset-2 hover:bg-surface-2",
          selected && "bg-surface-3 shadow-[inset_3px_0_0_var(--ink-1)] hover:bg-surface-3",
        )}
      >
        <NextMoveCell request={request} />
        <span className="min-w-0">
          <b className="block truncate font-semibold">{title(request)}</b>
          <span className="block truncate text-desk-note text-ink-2">{urgency(request.urgency)}</span>
        </span>
        <span className="min-w-0">
          <span className="flex items-center gap-1.5">
            <CountryPlate country={request.from} className="text-desk-note" />
            <span className="truncate">{incident?.ref}</span>
          </span>
          <span className="block truncate text-desk-note text-ink-2">
            {incident && "kind" in incident ? kind(incident.kind) : null}
          </span>
        </span>
        <Countdown clock={clock} className="justify-end text-desk-row" />
      </button>
    </li>
  );
}

export function RequestsCount() {
  return useOpenRequests().length;
}

export function RequestsTab() {
  const t = useTranslations("request");
  const { selected, dispatch } = useDesk();
  const rows = useOpenRequests();
  const now = useNow(60_000);
  if (rows.length === 0) return <Empty>{t("empty", { time: clockTime(now) })}</Empty>;
  return (
    <ScrollRegion label={t("label")} className="flex-1">
      <div className={classes(columns, "py-1.5 text-desk-note text-ink-3")}>
        <span>{t("column.nextMove")}</span>
        <span>{t("column.what")}</span>
        <span>{t("column.for")}</span>
        <span className="text-right">{t("column.clock")}</span>
      </div>
      <ul aria-label={t("label")}>
        {rows.map((clock) => (
          <Row
            key={clock.about}
            id={clock.about}
            clock={clock}
            selected={clock.incidentId === selected}
            onSelect={(id) => dispatch({ do: "select", id })}
          />
        ))}
      </ul>
    </ScrollRegion>
  );
}
