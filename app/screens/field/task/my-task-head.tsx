"use client";
/** What the task in front is, and where. */
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Task } from "@/domain/task/schema";
import { partnerOf } from "@/domain/vocabulary";
import { usePlaceName } from "../../../i18n/place-name";
import { useUser } from "../../../live/hooks/use-live";
import { IncidentIcon } from "../../../map/symbols/incident-icon";

export function MyTaskHead({ task, incident }: { task: Task; incident: Incident | undefined }) {
  const t = useTranslations("myTask");
  const action = useTranslations("action");
  const country = useTranslations("country");
  const user = useUser();
  return (
    <header className="grid grid-cols-[64px_1fr] items-center gap-x-3">
      {incident ? (
        <span className="flex justify-center">
          <IncidentIcon incident={incident} size={incident.impact === "very-high" ? 50 : 58} />
        </span>
      ) : (
        <span />
      )}
      <div className="min-w-0">
        <div className="flex items-baseline justify-between gap-2 text-field-detail leading-tight text-ink-2">
          <span className="truncate">
            {task.shared ? t("joint", { country: country(partnerOf(user.country)) }) : t("title")}
          </span>
          <span className="shrink-0">{incident?.ref}</span>
        </div>
        <h2 className="text-field-heading font-bold">{action(task.action)}</h2>
        {incident ? <What incident={incident} /> : <p className="text-field-body text-ink-2">{t("gone")}</p>}
      </div>
    </header>
  );
}

/** The kind of incident and the place. */
function What({ incident }: { incident: Incident }) {
  const kind = useTranslations("kind");
  const place = usePlaceName(incident.place);
  return (
    <p className="text-field-body leading-tight text-ink-2">
      {kind(incident.kind)} <span aria-hidden>·</span> {place}
    </p>
  );
}
