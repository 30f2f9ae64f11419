"use client";
/** Says in words where the partner's deadlines run otherwise than here. */
import { useTranslations } from "use-intl";
import { type ClockSetting, clockDifferences } from "@/domain/clock/compare";
import { partnerOf } from "@/domain/vocabulary";
import { useSpan } from "../../i18n/span";
import { useUser } from "../../live/hooks/use-live";
import { useSite } from "../../live/site";
import { classes } from "../../ui/classes";
import { Tooltip } from "../../ui/tooltip";

/** What each setting is about, in the words of the deadlines themselves. */
function useSettingName(): (setting: ClockSetting) => string {
  const clock = useTranslations("clock.kind");
  const urgency = useTranslations("urgency");
  const kind = useTranslations("kind");
  const names: Record<ClockSetting, string> = {
    "read.danger": `${clock("partner-reads")} (${urgency("danger-to-life")})`,
    "read.pursuit": `${clock("partner-reads")} (${urgency("pursuit")})`,
    "read.seizure": `${clock("partner-reads")} (${kind("drug-seizure")})`,
    "read.request": clock("request-read"),
    "answer.danger-to-life": `${clock("request-answer")} (${urgency("danger-to-life")})`,
    "answer.pursuit": `${clock("request-answer")} (${urgency("pursuit")})`,
    "answer.urgent": `${clock("request-answer")} (${urgency("urgent")})`,
    "answer.routine": `${clock("request-answer")} (${urgency("routine")})`,
    releaseDecision: clock("release-decision"),
    screening: clock("screening"),
    fullReport: clock("full-report"),
    review: clock("urgent-review"),
  };
  return (setting) => names[setting];
}

export function MinutesNote({ className }: { className?: string }) {
  const t = useTranslations("bar");
  const { country, role } = useUser();
  const partner = useTranslations("country")(partnerOf(country));
  const { clocks, partnerClocks } = useSite();
  const nameOf = useSettingName();
  const span = useSpan();
  const differences = clockDifferences(clocks, partnerClocks);
  const [first] = differences;
  if (!first || (role !== "operator" && role !== "commander")) return null;
  const said = differences.map(({ setting, ours, theirs }) =>
    t("minutesOne", { what: nameOf(setting), theirs: span(theirs), ours: span(ours) }),
  );
  const which = said.join(" · ");
  return (
    <Tooltip text={which}>
      <small data-testid="minutes-differ" className={classes("truncate leading-tight text-stale", className)}>
        {t("minutesDiffer", { country: partner, which })}
      </small>
    </Tooltip>
  );
}
