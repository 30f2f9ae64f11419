"use client";
/** The coded facts of an incident: each side reads them in its own language. */
import { Car, Clock, Crosshair, Gauge, Link2, MapPin, MoveRight, Pill, Users, Wrench } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { countries } from "@/domain/vocabulary";
import { coordinates, useFormats } from "../../i18n/format";
import { useFullPlaceName } from "../../i18n/place-name";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { useDetailTexts } from "./detail-text";
import { Fact } from "./fact";
import { useListTexts } from "./fact-text";
import { Flags } from "./flags";

function Where({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const place = incident.national?.place ?? incident.place;
  const name = useFullPlaceName(place);
  const coarseForPartner =
    incident.place.coarse && incident.national?.place && !incident.national.place.coarse;
  return (
    <>
      <Fact icon={MapPin}>
        <b className="font-semibold text-ink-1">{name}</b>
        {place.coarse ? <span className="block text-desk-note text-ink-3">{t("coarse")}</span> : null}
      </Fact>
      <Fact icon={Crosshair}>
        {coordinates(place)}
        {place.accuracyM !== undefined && !place.coarse
          ? ` ${t("accuracy", { metres: Math.round(place.accuracyM) })}`
          : null}
        {coarseForPartner ? <span className="block text-desk-note text-ink-3">{t("coarseOwn")}</span> : null}
      </Fact>
    </>
  );
}

function People({ incident }: { incident: Incident }) {
  const { people } = useListTexts();
  return incident.people?.length ? <Fact icon={Users}>{people(incident.people)}</Fact> : null;
}

function Drugs({ incident }: { incident: Incident }) {
  const { drugs } = useListTexts();
  return incident.drugs?.length ? <Fact icon={Pill}>{drugs(incident.drugs)}</Fact> : null;
}

function Movement({ incident }: { incident: Incident }) {
  const parts = useDetailTexts(incident);
  const { vehicles } = useListTexts();
  return (
    <>
      {parts.length > 0 ? <Fact icon={MoveRight}>{parts.join(" · ")}</Fact> : null}
      {incident.vehicles?.length ? <Fact icon={Car}>{vehicles(incident.vehicles)}</Fact> : null}
    </>
  );
}

function Response({ incident }: { incident: Incident }) {
  const { response } = useListTexts();
  return incident.response?.length ? <Fact icon={Wrench}>{response(incident.response)}</Fact> : null;
}

function Links({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const { store } = useLive().client;
  const refOf = (id: string) => store.get("incidents", id)?.ref ?? "?";
  return (
    <>
      {incident.links?.length ? (
        <Fact icon={Link2}>{t("links", { refs: incident.links.map(refOf).join(", ") })}</Fact>
      ) : null}
      {incident.mergedInto ? (
        <Fact icon={Link2}>{t("mergedInto", { ref: refOf(incident.mergedInto) })}</Fact>
      ) : null}
    </>
  );
}

function Assessments({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const given = countries.flatMap((country) => {
    const grading = incident.assessments?.[country]?.grading;
    return grading
      ? [t("assessment", { country: names(country), code: `${grading.source}${grading.info}` })]
      : [];
  });
  return given.length > 0 ? <Fact icon={Gauge}>{given.join(" · ")}</Fact> : null;
}

export function Facts({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const { moment } = useFormats();
  const now = useNow(60_000);
  return (
    <ul className="grid gap-1 px-4 py-2.5 text-desk-body text-ink-2">
      <Flags incident={incident} />
      <Where incident={incident} />
      <Fact icon={Clock}>
        {t("occurred", { time: moment(incident.occurredAt, now) })},{" "}
        {t("reported", { time: moment(incident.reportedAt, now) })}
      </Fact>
      <People incident={incident} />
      <Drugs incident={incident} />
      <Movement incident={incident} />
      <Response incident={incident} />
      <Assessments incident={incident} />
      <Links incident={incident} />
    </ul>
  );
}
