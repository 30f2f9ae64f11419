"use client";
/**
 * Danger to life and a pursuit on the phone: a full card. The officer cannot acknowledge it, but can minimise it to a
 * bar that stays until the centre has acknowledged it.
 */
import { ChevronDown, ChevronUp } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Takeover } from "@/domain/takeover";
import { countries } from "@/domain/vocabulary";
import { useFormats } from "../../../i18n/format";
import { useFullPlaceName } from "../../../i18n/place-name";
import { useEntity, useIncident } from "../../../live/hooks/use-entity";
import { useUser } from "../../../live/hooks/use-live";
import { useNow } from "../../../live/ticker";
import { IncidentIcon } from "../../../map/symbols/incident-icon";
import { useReported } from "../../../parts/report/use-reported";
import { Says } from "../../../parts/takeover/says";
import { SideReading } from "../../../parts/takeover/side";
import { Why } from "../../../parts/takeover/takeover";
import { Button } from "../../../ui/button";
import { CallCentre, useCentre } from "../call";

/** The desk that has it, else the centre by name, else its watch desk. */
function useMustRead(incident: Incident): string {
  const t = useTranslations("fieldScreen");
  const { name } = useCentre();
  const { country } = useUser();
  const holder = incident.owner === country ? incident.holder?.desk : undefined;
  return holder ?? name ?? t("watchDesk");
}

type CardProps = { takeover: Takeover; incident: Incident; more: number; onFold: () => void };

/** Why it takes over, what and where it is, whether each side has read it, and who must. */
function CardText({ takeover, incident, more }: Omit<CardProps, "onFold">) {
  const t = useTranslations("fieldScreen");
  const taken = useTranslations("takeover");
  const kind = useTranslations("kind");
  const action = useTranslations("action");
  const request = useEntity("requests", takeover.of === "request" ? takeover.id : "");
  const place = useFullPlaceName(incident.place);
  const desk = useMustRead(incident);
  const full = useReported(incident.id);
  const { moment } = useFormats();
  const now = useNow(60_000);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-field-title">
        <Why why={takeover.why} />
        {more > 0 ? <span className="text-field-body">{taken("more", { count: more })}</span> : null}
      </div>
      <div className="flex justify-center py-2">
        <IncidentIcon incident={incident} size={104} />
      </div>
      <div className="text-field-lead">
        <Radix.Title className="text-field-step font-bold">
          {request ? taken("request", { action: action(request.action) }) : kind(incident.kind)}
        </Radix.Title>
        <p>
          {incident.ref} · {place}
        </p>
        <Says incident={full ?? incident} request={request} />
        {incident.holder ? (
          <p>{taken("heldBy", { desk: incident.holder.desk, time: moment(incident.holder.since, now) })}</p>
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-4 text-field-body">
        {countries.map((country) => (
          <SideReading key={country} country={country} incident={incident} request={request} />
        ))}
      </div>
      <Radix.Description className="mt-auto text-field-lead font-semibold">
        {t("mustRead", { desk })}
      </Radix.Description>
    </div>
  );
}

function Card({ takeover, incident, more, onFold }: CardProps) {
  const t = useTranslations("fieldScreen");
  return (
    <>
      <CardText takeover={takeover} incident={incident} more={more} />
      <div className="grid gap-2.5 px-5 pb-5">
        <CallCentre className="min-h-16 border-on-danger bg-on-danger text-field-title text-danger hover:bg-on-danger-quiet [&_span]:text-danger" />
        <Button
          data-testid="fold"
          className="min-h-14 border-on-danger text-field-lead text-on-danger hover:bg-alarm-fill"
          onClick={onFold}
        >
          <ChevronUp size={20} aria-hidden /> {t("fold")}
        </Button>
      </div>
    </>
  );
}

function Folded({
  takeover,
  incident,
  onUnfold,
}: Omit<CardProps, "more" | "onFold"> & { onUnfold: () => void }) {
  const t = useTranslations("fieldScreen");
  return (
    <button
      type="button"
      data-testid="takeover-folded"
      className="takeover-edge flex min-h-14 w-full items-center gap-3 border-y-[3px] bg-danger px-4 py-1.5 text-left text-on-danger"
      onClick={onUnfold}
    >
      <span className="min-w-0 flex-1">
        <Why why={takeover.why} className="text-field-body leading-tight" />
        <span className="block text-field-detail leading-tight">
          {incident.ref} · {t("notRead")}
        </span>
      </span>
      <ChevronDown size={22} aria-hidden className="shrink-0" />
      <span className="sr-only">{t("unfold")}</span>
    </button>
  );
}

function focusCard(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

type Props = { takeover: Takeover; more: number; folded: boolean; onFold: (folded: boolean) => void };

export function TakeoverCard({ takeover, more, folded, onFold }: Props) {
  const incident = useIncident(takeover.incidentId);
  if (!isIncident(incident)) return null;
  if (folded) return <Folded takeover={takeover} incident={incident} onUnfold={() => onFold(false)} />;
  return (
    <Radix.Root open onOpenChange={() => onFold(true)}>
      <Radix.Portal>
        <Radix.Content
          role="alertdialog"
          // On the card, not on a button: a tap or key already under way must not minimise it.
          onOpenAutoFocus={focusCard}
          data-testid="takeover-card"
          data-ref={incident.ref}
          className="takeover-edge fixed inset-0 z-40 mx-auto flex max-w-xl flex-col border-[6px] bg-danger text-on-danger"
        >
          <Card takeover={takeover} incident={incident} more={more} onFold={() => onFold(true)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
