"use client";
/**
 * Danger to life, and a pursuit close to the border, take the top of every screen until a desk of this centre has
 * acknowledged them. Text, icon and frame show it; never colour alone.
 */
import { Siren, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import type { Takeover } from "@/domain/takeover";
import { countries } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useFullPlaceName } from "../../i18n/place-name";
import { useEntity, useIncident } from "../../live/hooks/use-entity";
import { useTakeovers } from "../../live/hooks/use-takeovers";
import { useNow } from "../../live/ticker";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { classes } from "../../ui/classes";
import { type TakeoverAct, TakeoverActions } from "./actions";
import { Says } from "./says";
import { SideReading } from "./side";

/** Why it takes over: an icon and a text. */
export function Why({ why, className }: { why: Takeover["why"]; className?: string }) {
  const t = useTranslations("takeover");
  const urgency = useTranslations("urgency");
  const Icon = why === "pursuit" ? Siren : TriangleAlert;
  return (
    <b className={classes("flex items-center gap-[0.45em] font-bold", className)}>
      <Icon aria-hidden className="size-[1.1em] shrink-0" />
      {why === "pursuit" ? t("pursuit") : urgency("danger-to-life")}
    </b>
  );
}

type TextProps = { takeover: Takeover; incident: Incident; request: Request | undefined; more: number };

function Words({ takeover, incident, request, more }: TextProps) {
  const t = useTranslations("takeover");
  const kind = useTranslations("kind");
  const action = useTranslations("action");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const place = useFullPlaceName(incident.place);
  const { holder } = incident;
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-[1em]">
        <Why why={takeover.why} />
        {more > 0 ? <span className="opacity-90">{t("more", { count: more })}</span> : null}
      </div>
      <h2 className="truncate text-takeover-title font-bold">
        {request ? t("request", { action: action(request.action) }) : kind(incident.kind)}
      </h2>
      <p className="truncate">
        <span className="whitespace-nowrap">{incident.ref}</span> · {place}
        {request ? ` · ${kind(incident.kind)}` : ""}
      </p>
      <Says incident={incident} request={request} className="truncate" />
      <p className="truncate">
        {holder ? t("heldBy", { desk: holder.desk, time: moment(holder.since, now) }) : t("heldByNobody")}
      </p>
    </div>
  );
}

type Props = {
  wall?: boolean;
  onOpen?: (incidentId: string) => void;
  /** Opens the form of an action on the incident. */
  onAct?: (name: TakeoverAct, incidentId: string) => void;
};

function Shown({ takeover, more, wall, onOpen, onAct }: Props & { takeover: Takeover; more: number }) {
  const incident = useIncident(takeover.incidentId);
  const request = useEntity("requests", takeover.of === "request" ? takeover.id : "");
  if (!isIncident(incident)) return null;
  return (
    <div
      data-testid="takeover"
      data-ref={incident.ref}
      className={classes(
        "takeover-edge grid items-center bg-danger text-on-danger",
        wall
          ? "min-h-[17.5rem] grid-cols-[auto_1fr_auto] gap-[2rem] border-y-[0.5rem] px-[2rem] py-[1.2rem] text-wall-title"
          : "min-h-[120px] grid-cols-[auto_minmax(0,1fr)_auto_auto] gap-5 border-y-4 px-4 py-2 text-desk-body",
      )}
    >
      <IncidentIcon
        incident={incident}
        size={wall ? 84 : 64}
        style={wall ? { width: "9rem", height: "10rem" } : undefined}
      />
      <Words takeover={takeover} incident={incident} request={request} more={more} />
      <div className="grid grid-cols-2 gap-[1.5em]">
        {countries.map((country) => (
          <SideReading key={country} country={country} incident={incident} request={request} />
        ))}
      </div>
      {onOpen ? (
        <TakeoverActions
          takeover={takeover}
          incident={incident}
          onOpen={() => onOpen(incident.id)}
          onAct={(name) => onAct?.(name, incident.id)}
        />
      ) : null}
    </div>
  );
}

/** Empty while nothing takes over; announced to screen readers at once when something does. */
export function TakeoverBanner({ wall = false, onOpen, onAct }: Props) {
  const t = useTranslations("takeover");
  const takeovers = useTakeovers();
  const [first] = takeovers;
  return (
    <section aria-live="assertive" aria-label={t("label")} className="shrink-0">
      {first && wall ? (
        <div
          aria-hidden
          className="takeover-edge pointer-events-none fixed inset-x-0 top-[0.5rem] bottom-0 z-30 border-[0.5rem]"
        />
      ) : null}
      {first ? (
        <Shown
          key={first.id}
          takeover={first}
          more={takeovers.length - 1}
          wall={wall}
          onOpen={onOpen}
          onAct={onAct}
        />
      ) : null}
    </section>
  );
}
