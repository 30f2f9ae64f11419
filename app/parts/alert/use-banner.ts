"use client";
/** What the banner tells: what came back unseen and what is new, in one order, the gravest first. */
import { useCallback, useMemo, useState } from "react";
import type { IncidentEntity } from "@/domain/incident/schema";
import { compareText } from "@/domain/order";
import type { Unseen } from "@/domain/pending-actions/unseen";
import {
  type Alert,
  type AlertGrade,
  alertGradeOf,
  compareGrades,
  staysUntilSeen,
} from "@/domain/urgency/alerts";
import { gradeOf } from "@/domain/urgency/unseen";
import { useLive } from "../../live/hooks/use-live";
import { useView } from "../../live/hooks/use-view";
import { useNow } from "../../live/ticker";
import { type UnseenIncident, UnseenIncidents } from "../../live/views/unseen-incidents";
import { useAlerts } from "./use-alerts";

/** How long what does not stay is shown, milliseconds. */
const shownMs = 12_000;

export type BannerItem = {
  entity: IncidentEntity;
  grade: AlertGrade;
  /** When it came. ISO 8601 UTC. */
  at: string;
  why: Alert["why"] | "back";
  /** What came back; empty for what is new. */
  unseen: readonly Unseen[];
  /** Whether it stays until this centre has seen it. */
  stays: boolean;
};

const cameBack = ({ entity, unseen, gravest }: UnseenIncident): BannerItem => {
  const grade = gradeOf(gravest.what, entity);
  return { entity, grade, at: gravest.at, why: "back", unseen, stays: staysUntilSeen(grade) };
};
const isNew = ({ incident, why }: Alert): BannerItem => ({
  ...{ entity: incident, grade: alertGradeOf(incident), at: incident.reportedAt, why },
  ...{ unseen: [], stays: false },
});

/** Sorts the gravest first, then the newest. */
export const compareItems = (a: BannerItem, b: BannerItem): number =>
  compareGrades(a.grade, b.grade) || compareText(b.at, a.at);

/** One item per incident: what came back counts more than that it is new. */
export function bannerItems(
  unseen: readonly UnseenIncident[],
  alerts: readonly Alert[],
  nowMs: number,
  dismissedMs: number,
): BannerItem[] {
  const back = unseen.map(cameBack).filter(({ at, stays }) => {
    const atMs = Date.parse(at);
    return stays || (atMs > dismissedMs && nowMs - atMs < shownMs);
  });
  const told = new Set(back.map(({ entity }) => entity.id));
  const fresh = alerts.filter(({ id }) => !told.has(id)).map(isNew);
  return [...back, ...fresh].sort(compareItems);
}

/** `open` is what this screen has open: it needs no banner. `dismiss` takes away what does not stay. */
export function useBanner(open?: string): { items: readonly BannerItem[]; dismiss: () => void } {
  const { client, user } = useLive();
  const view = useMemo(() => new UnseenIncidents(client.store, user.country), [client.store, user.country]);
  const unseen = useView(view, () => view.list);
  const { alerts, dismiss } = useAlerts();
  const now = useNow(3_000);
  const [dismissedMs, setDismissed] = useState(0);
  const items = useMemo(
    () => bannerItems(unseen, alerts, now, dismissedMs).filter(({ entity }) => entity.id !== open),
    [unseen, alerts, now, dismissedMs, open],
  );
  return {
    items,
    dismiss: useCallback(() => {
      dismiss();
      setDismissed(client.store.time.now());
    }, [client.store, dismiss]),
  };
}
