"use client";
/** Names what still runs on an incident that is to be ended: what ends with it, what this account may not end, what is the partner's. */
import { Ban, CircleSlash2, Megaphone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Running } from "@/domain/running";
import { partnerOf } from "@/domain/vocabulary";
import { useEntity } from "../../live/hooks/use-entity";
import { useUser } from "../../live/hooks/use-live";
import { CountryPlate } from "../../ui/country";
import { Stage } from "../task/stages";
import { UnitMark } from "../unit/unit-mark";
import { useRequestTitle } from "./request-labels";
import type { Ending } from "./use-ending";

function TaskLine({ id }: { id: string }) {
  const action = useTranslations("action");
  const task = useEntity("tasks", id);
  if (!task) return null;
  return (
    <>
      <UnitMark {...task.unit} country={task.country} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{action(task.action)}</span>
      <Stage status={task.status} className="shrink-0" />
    </>
  );
}

function RequestLine({ id }: { id: string }) {
  const title = useRequestTitle();
  const t = useTranslations("request");
  const status = useTranslations("requestStatus");
  const request = useEntity("requests", id);
  if (!request) return null;
  return (
    <>
      <CountryPlate country={request.from} className="text-plate" />
      <span className="min-w-0 flex-1 truncate">
        <b className="font-semibold">{title(request)}</b>, {t("asked", { desk: request.made.desk })}
      </span>
      <span className="shrink-0 text-ink-2">{status(request.status)}</span>
    </>
  );
}

function OtherLine({ running }: { running: Running }) {
  const t = useTranslations("ending");
  const proposal = useEntity("proposals", running.id);
  return (
    <span className="min-w-0 truncate">
      {proposal ? t("proposal", { desk: proposal.made.desk }) : t("transfer")}
    </span>
  );
}

function Line({ running }: { running: Running }) {
  switch (running.what) {
    case "task":
      return <TaskLine id={running.id} />;
    case "request":
    case "handover":
      return <RequestLine id={running.id} />;
    case "proposal":
    case "transfer":
      return <OtherLine running={running} />;
  }
}

type GroupProps = { name: string; title: ReactNode; text?: string; running: readonly Running[] };

export function RunningGroup({ name, title, text, running }: GroupProps) {
  if (running.length === 0) return null;
  return (
    <section data-testid={`ending-${name}`} className="rounded-2 border px-3 py-2">
      <h3 className="flex items-start gap-2 font-semibold">{title}</h3>
      {text ? <p className="text-desk-note text-ink-2">{text}</p> : null}
      <ul>
        {running.map((one) => (
          <li
            key={one.id}
            data-what={one.what}
            className="flex min-h-8 items-center gap-2 border-t first:border-t-0"
          >
            <Line running={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const icon = "mt-0.5 shrink-0";

/** The partner's own: it alone can end it. */
export function TheirsGroup({ theirs }: { theirs: readonly Running[] }) {
  const t = useTranslations("ending");
  const country = useTranslations("country")(partnerOf(useUser().country));
  return (
    <RunningGroup
      name="theirs"
      running={theirs}
      title={
        <>
          <Megaphone size={16} aria-hidden className={icon} /> {t("theirs", { country })}
        </>
      }
    />
  );
}

export function EndingList({ ending: { ours, blocked, theirs } }: { ending: Ending }) {
  const t = useTranslations("ending");
  return (
    <>
      <RunningGroup
        name="blocked"
        running={blocked}
        title={
          <span role="alert" className="flex items-start gap-2 text-stale">
            <Ban size={16} aria-hidden className={icon} /> {t("blocked")}
          </span>
        }
      />
      <RunningGroup
        name="ends"
        running={ours.filter((one) => !blocked.includes(one))}
        text={blocked.length > 0 ? undefined : t("endsText")}
        title={
          <>
            <CircleSlash2 size={16} aria-hidden className={icon} /> {t("ends")}
          </>
        }
      />
      <TheirsGroup theirs={theirs} />
    </>
  );
}
