"use client";
/** One row of the triage list. It renders again only when its own incident changes, or what belongs to it. */
import { Undo2 } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/domain/clock/clock";
import { dueFor } from "@/domain/clock/due";
import { type Incident, isIncident, type Tombstone } from "@/domain/incident/schema";
import { arrivedAt, type Need } from "@/domain/pending-actions/needs";
import { countries, partnerOf } from "@/domain/vocabulary";
import { Sending } from "../../act/sending";
import { useFormats } from "../../i18n/format";
import { usePlaceName } from "../../i18n/place-name";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { usePending } from "../../live/hooks/use-commands";
import { useIncident } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { useNeed } from "../../live/hooks/use-need";
import { useUnseen } from "../../live/hooks/use-unseen";
import { useNow } from "../../live/ticker";
import { IncidentIcon } from "../../map/symbols/incident-icon";
import { classes } from "../../ui/classes";
import { CountryPlate } from "../../ui/country";
import { Countdown, useTimeLeft } from "../clock/countdown";
import { PartnerOverdue, usePartnerOverdue } from "../clock/partner-overdue";
import { NeedMark } from "./need-mark";
import { ReadMark } from "./read-mark";
import { UnseenMark } from "./unseen-mark";

function Age({ incident }: { incident: Incident }) {
  const { age } = useFormats();
  const user = useUser();
  const now = useNow();
  return (
    <span className="text-desk-note whitespace-nowrap text-ink-2">
      {now ? age(Date.parse(arrivedAt(incident, user.country)), now) : null}
    </span>
  );
}

/** A deadline further off, and not half elapsed, is no news in a list. Milliseconds. */
const soonMs = 4 * 3_600_000;

function Soon({ clock }: { clock: Clock }) {
  const { phase, leftMs } = useTimeLeft(clock);
  if (phase === "running" && leftMs > soonMs) return null;
  return <Countdown clock={clock} className="ml-auto shrink-0" />;
}

/** The next deadline of the own side. */
function NextDue({ id }: { id: string }) {
  const { country } = useUser();
  const clock = dueFor(useClocksOf(id), country);
  return clock ? <Soon clock={clock} /> : null;
}

/** What is due: the need in words, or how long the partner is overdue. */
function Due({ id, need }: { id: string; need: Need | null }) {
  const clock = usePartnerOverdue(id);
  const unseen = useUnseen(id);
  if (unseen.length > 0) return <UnseenMark id={id} className="ml-auto" />;
  if (need) return <NeedMark need={need} />;
  return clock ? <PartnerOverdue clock={clock} plate={false} className="ml-auto" /> : null;
}

function Full({ incident, need }: { incident: Incident; need: Need | null }) {
  const kind = useTranslations("kind");
  const impact = useTranslations("impact");
  const place = usePlaceName(incident.place);
  const isSending = usePending(incident.id).length > 0;
  return (
    <>
      <span className="sr-only">{impact(incident.impact)}</span>
      <span className="flex w-10 shrink-0 justify-center">
        <IncidentIcon incident={incident} size={need ? 40 : 34} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className="line-clamp-2 text-desk-row leading-compact font-semibold">
            {kind(incident.kind)}
          </span>
          <Age incident={incident} />
        </span>
        <span className="flex items-baseline gap-1.5 text-desk-body text-ink-2">
          <span className="shrink-0">{incident.ref}</span>
          <span aria-hidden>·</span>
          <span className="truncate">{place}</span>
          <NextDue id={incident.id} />
        </span>
        <span className="mt-0.5 flex items-center gap-2.5 text-desk-note">
          {countries.map((country) => (
            <ReadMark key={country} incident={incident} country={country} />
          ))}
          {isSending ? (
            <Sending subject={incident.id} className="ml-auto min-w-0 truncate" />
          ) : (
            <Due id={incident.id} need={need} />
          )}
        </span>
      </span>
    </>
  );
}

function Recalled({ tombstone, need }: { tombstone: Tombstone; need: Need | null }) {
  const t = useTranslations("list");
  const country = useTranslations("country");
  return (
    <>
      <span className="grid w-10 shrink-0 place-items-center text-ink-3">
        <Undo2 size={20} aria-hidden />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-desk-row font-semibold">
          {t("recalled", { country: country(tombstone.originator ?? partnerOf(tombstone.owner)) })}
        </span>
        <span className="flex items-center gap-2 text-desk-body text-ink-2">
          <CountryPlate country={tombstone.owner} className="text-desk-note" />
          {tombstone.ref}
          {need ? <NeedMark need={need} /> : null}
        </span>
      </span>
    </>
  );
}

function Gone() {
  const t = useTranslations("detail");
  return <p className="min-h-[78px] border-t px-3.5 py-2 text-desk-note text-ink-3">{t("gone")}</p>;
}

type Props = { id: string; selected: boolean; fresh: boolean; onSelect: (id: string) => void };

export const IncidentRow = memo(function IncidentRow({ id, selected, fresh, onSelect }: Props) {
  const incident = useIncident(id);
  const need = useNeed(id);
  // Its place stays while the order is held.
  if (!incident) return <Gone />;
  return (
    <button
      type="button"
      data-testid="incident-row"
      data-ref={incident.ref}
      aria-current={selected ? "true" : undefined}
      onClick={() => onSelect(id)}
      className={classes(
        "flex w-full items-center gap-2.5 border-t py-2 pr-3.5 pl-3 text-left -outline-offset-2 hover:bg-surface-2",
        selected && "bg-surface-3 shadow-[inset_3px_0_0_var(--ink-1)] hover:bg-surface-3",
        fresh && "row-arrives",
      )}
    >
      {isIncident(incident) ? (
        <Full incident={incident} need={need} />
      ) : (
        <Recalled tombstone={incident} need={need} />
      )}
    </button>
  );
});
