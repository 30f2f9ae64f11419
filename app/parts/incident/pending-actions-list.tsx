"use client";
import { useTranslations } from "use-intl";
/** What each side must still do, at the end of the timeline: each on its own side, with its time. */
import { countryOf } from "@/domain/envelope";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { compareText } from "@/domain/order";
import { isUnread } from "@/domain/pending-actions/needs";
import { pendingActionClocks, pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { useFormats } from "../../i18n/format";
import { useClocksOf } from "../../live/hooks/use-clocks";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";
import { useNow } from "../../live/ticker";
import { classes } from "../../ui/classes";

type BoxProps = { by: Country; title: string; text: string; dueAt?: string | undefined };

function PendingActionBox({ by, title, text, dueAt }: BoxProps) {
  const { moment } = useFormats();
  const now = useNow(60_000);
  return (
    <li className="grid grid-cols-[1fr_52px_1fr] pb-1.5" data-testid="pending-action" data-side={by}>
      <div
        className={classes(
          "row-start-1 min-w-0 rounded-1 border-[1.5px] border-dashed border-clock-warn px-2.5 py-1 text-clock-warn",
          by === "KH" ? "col-start-1 text-right" : "col-start-3",
        )}
      >
        <span className="font-semibold">{title}</span>
        <span className="block text-desk-note text-ink-2">{text}</span>
      </div>
      {dueAt ? (
        <time
          dateTime={dueAt}
          className="col-start-2 row-start-1 pt-1 text-center text-desk-note font-semibold text-clock-warn"
        >
          {moment(dueAt, now)}
        </time>
      ) : null}
    </li>
  );
}

function CoordinationActions({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("request.owed");
  const detail = useTranslations("detail");
  const names = useTranslations("country");
  const { store } = useLive().client;
  useRelated("requestsOfIncident", incident.id);
  useRelated("proposalsOfIncident", incident.id);
  useRelated("tasksOfIncident", incident.id);
  const clocks = useClocksOf(incident.id);
  const pendingActions = pendingActionsOf(incident, store.contextOf(incident.id)).map((action) => {
    const { name, about } = action;
    const kind = pendingActionClocks[name];
    return { ...action, dueAt: clocks.find((clock) => clock.about === about && clock.kind === kind)?.dueAt };
  });
  // The next deadline first; what has no deadline last.
  pendingActions.sort((a, b) => compareText(a.dueAt ?? "~", b.dueAt ?? "~"));
  return pendingActions.map(({ name, about, by, dueAt }) => (
    <PendingActionBox
      key={`${name}/${about}/${by}`}
      by={by}
      title={t(name)}
      text={detail("owesReadBy", { country: names(by) })}
      dueAt={dueAt}
    />
  ));
}

/** To read it, to read its recall, and all that requests, proposals and a transfer wait for. */
export function PendingActionsList({ incident }: { incident: IncidentEntity }) {
  const t = useTranslations("detail");
  const names = useTranslations("country");
  const raised = isIncident(incident) ? incident.raised : undefined;
  const reader = partnerOf(raised ? countryOf(raised.stream) : (incident.originator ?? incident.owner));
  const clocks = useClocksOf(incident.id);
  const recall = incident.sharing === "recalled" && incident.recalled && !incident.recalled.acknowledged;
  const read = isIncident(incident) && incident.sharing === "released" && isUnread(incident, reader);
  return (
    <>
      {recall || read ? (
        <PendingActionBox
          by={reader}
          title={t(recall ? "owesRecall" : "owesRead")}
          text={t("owesReadBy", { country: names(reader) })}
          dueAt={read ? clocks.find(({ kind }) => kind === "partner-reads")?.dueAt : undefined}
        />
      ) : null}
      <CoordinationActions incident={incident} />
    </>
  );
}
