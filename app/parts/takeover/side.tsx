"use client";
/** Whether one side has read what takes over: at which time, or by when it is due. */
import { Check, EyeOff, Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { readAt, unreadSince } from "@/domain/incident/read";
import type { Incident } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime, useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useNow } from "../../live/ticker";
import { CountryPlate } from "../../ui/country";
import { Countdown, useTimeLeft } from "../clock/countdown";

type Clocks = ReturnType<typeof useClocksOf>;

type Props = { country: Country; incident: Incident; request: Request | undefined };

/** When this side read it; a request counts as read by its own side when it was made. */
function readTime({ country, incident, request }: Props): string | undefined {
  if (!request) return readAt(incident, country);
  return country === request.from ? request.made.at : request.answered.read?.at;
}

function Waiting({ clock }: { clock: Clocks[number] }) {
  const t = useTranslations("takeover");
  const { leftMs } = useTimeLeft(clock);
  return (
    <>
      <Countdown clock={clock} className="text-takeover-title leading-none font-bold text-on-danger" />
      <span className="mt-[0.3em] block">{t(leftMs < 0 ? "overToRead" : "leftToRead")}</span>
    </>
  );
}

function Unread({ since }: { since: string }) {
  const t = useTranslations("takeover");
  const { age } = useFormats();
  const now = useNow();
  return (
    <>
      <span className="flex items-center gap-[0.3em] text-takeover-age font-bold whitespace-nowrap">
        <EyeOff aria-hidden className="size-[1em] shrink-0" />
        {now ? age(Date.parse(since), now) : null}
      </span>
      <span className="block">{t("unreadFor")}</span>
    </>
  );
}

function Reading(props: Props) {
  const t = useTranslations("takeover");
  const { country, incident, request } = props;
  const clocks = useClocksOf(incident.id);
  const at = readTime(props);
  if (at) {
    return (
      <>
        <span className="flex items-center gap-[0.3em] text-takeover-title leading-none font-bold">
          <Check aria-hidden className="size-[1em] shrink-0" />
          <time dateTime={at}>{clockTime(at)}</time>
        </span>
        <span className="mt-[0.3em] block">{t("read")}</span>
      </>
    );
  }
  if (country === partnerOf(incident.owner) && incident.sharing !== "released") {
    return (
      <span className="flex items-center gap-[0.4em]">
        <Lock aria-hidden className="size-[1em] shrink-0" /> {t("notReleased")}
      </span>
    );
  }
  const kind = request ? "request-read" : "partner-reads";
  const clock = clocks.find(
    (one) => one.kind === kind && one.due === country && one.about === (request ?? incident).id,
  );
  return clock ? (
    <Waiting clock={clock} />
  ) : (
    <Unread since={request ? request.made.at : unreadSince(incident, country)} />
  );
}

/** The caller puts KH left and LA right, always. */
export function SideReading(props: Props) {
  const names = useTranslations("country");
  return (
    <div className="min-w-0 border-l border-on-danger/40 pl-[1em]" data-side={props.country}>
      <span className="mb-[0.3em] flex items-center gap-[0.5em] font-semibold">
        <CountryPlate country={props.country} /> {names(props.country)}
      </span>
      <Reading {...props} />
    </div>
  );
}
