"use client";
/** What is handed over, where and when, to which desk; and who has confirmed it, KH left and LA right. */
import { BadgeCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { numbersDiffer } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { type Country, countries } from "@/domain/vocabulary";
import { coordinates, useFormats } from "../../i18n/format";
import { usePlaceName } from "../../i18n/place-name";
import { useNow } from "../../live/ticker";
import { CountryPlate } from "../../ui/country";

type Handover = NonNullable<Request["handover"]>;

function Confirmation({ request, country }: { request: Request; country: Country }) {
  const t = useTranslations("handover");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const { confirmed } = country === request.from ? request.asked : request.answered;
  const Icon = confirmed ? BadgeCheck : CircleDashed;
  return (
    <span
      className="flex min-w-0 items-start gap-1.5"
      data-confirmed={confirmed ? "true" : "false"}
      data-side={country}
    >
      <CountryPlate country={country} className="text-plate" />
      <Icon size={14} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        {confirmed
          ? t("confirmed", { desk: confirmed.desk, time: moment(confirmed.at, now) })
          : t("unconfirmed")}
        {confirmed?.count === undefined ? null : (
          <b className="block font-semibold text-ink-1">{t("counted", { count: confirmed.count })}</b>
        )}
      </span>
    </span>
  );
}

/** Both have confirmed, and counted differently: neither number is trusted. */
function Difference({ request }: { request: Request }) {
  const t = useTranslations("handover");
  if (!numbersDiffer(request)) return null;
  const countOf = (country: Country) =>
    (country === request.from ? request.asked : request.answered).confirmed?.count ?? 0;
  return (
    <p
      role="alert"
      data-testid="numbers-differ"
      className="flex items-start gap-1.5 font-semibold text-clock-alarm"
    >
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
      {t("differ", { kh: countOf("KH"), la: countOf("LA") })}
    </p>
  );
}

export function HandoverFacts({ request, handover }: { request: Request; handover: Handover }) {
  const t = useTranslations("handover");
  const { moment } = useFormats();
  const now = useNow(60_000);
  const place = usePlaceName(handover.place);
  return (
    <div className="grid gap-1 text-desk-body">
      <p>
        {t("facts", { what: t(handover.of), place, time: moment(handover.at, now) })}
        <span className="block text-desk-note text-ink-2">
          {coordinates(handover.place)} · {t("receives", { desk: handover.receivingDesk })}
        </span>
      </p>
      {request.status === "made" ? null : (
        <div className="grid grid-cols-2 gap-3 text-desk-note text-ink-2">
          {countries.map((country) => (
            <Confirmation key={country} request={request} country={country} />
          ))}
        </div>
      )}
      <Difference request={request} />
    </div>
  );
}
