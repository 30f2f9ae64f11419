"use client";
/** Warns a desk of own units whose crew is out of service while a task counts on them (rule K17). */
import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { compareText } from "@/domain/order";
import { frontTask, liveTasks } from "@/domain/task/crew";
import { isOutOnTask } from "@/domain/unit/stated";
import { useEntity, useIncident } from "../../live/hooks/use-entity";
import { useListing } from "../../live/hooks/use-listing";
import { useLive } from "../../live/hooks/use-live";
import { useRelated } from "../../live/hooks/use-related";
import type { LiveStore } from "../../live/store/store";
import { type ListingOptions, unitsOfTask } from "../../live/views/listing";
import { Button } from "../../ui/button";

const outOnTask = (store: LiveStore): ListingOptions<"units", string> => ({
  collection: "units",
  keyOf: (unit) => (isOutOnTask(unit, store.unitStatusOf(unit)) ? unit.callsign : null),
  compare: compareText,
  also: unitsOfTask,
});

type Props = { onOpen: (incidentId: string) => void };

function Warning({ id, onOpen }: Props & { id: string }) {
  const t = useTranslations("unit");
  const unit = useEntity("units", id);
  const task = frontTask(liveTasks(useRelated("tasksOfUnit", id)), undefined);
  const incident = useIncident(task?.incidentId ?? "");
  if (!unit || !task) return null;
  return (
    <li data-testid="unit-warning" data-callsign={unit.callsign} className="flex items-center gap-2.5">
      <TriangleAlert size={17} aria-hidden className="shrink-0 text-clock-alarm" />
      <b className="font-semibold">{t("outOnTask", { callsign: unit.callsign })}</b>
      {incident ? (
        <Button size="small" onClick={() => onOpen(incident.id)}>
          {incident.ref}
        </Button>
      ) : null}
    </li>
  );
}

/** Empty while there is none; announced when there is one. */
export function UnitWarnings({ onOpen }: Props) {
  const t = useTranslations("unit");
  const { store } = useLive().client;
  const ids = useListing(useMemo(() => outOnTask(store), [store]));
  return (
    <section aria-label={t("warnings")} aria-live="polite" className="shrink-0">
      {ids.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6 gap-y-1 border-b bg-surface-2 px-4 py-1.5 text-desk-body">
          {ids.map((id) => (
            <Warning key={id} id={id} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
