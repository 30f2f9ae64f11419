"use client";
/** That something came back and nobody of the own centre has had it on screen: a filled sign and the reason in words. */
import { BellDot } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Stream } from "@/domain/envelope";
import type { Unseen } from "@/domain/pending-actions/unseen";
import { isGrave } from "@/domain/urgency/unseen";
import { useAttend } from "../../live/hooks/use-attend";
import { useIncident } from "../../live/hooks/use-entity";
import { useUnseen } from "../../live/hooks/use-unseen";
import { classes } from "../../ui/classes";
import { useUnseenText } from "./unseen-text";

const chip = "inline-flex min-w-0 items-center gap-1 rounded-full px-2 py-0.5 font-semibold leading-compact";
const tones = { grave: "bg-danger text-on-danger", plain: "bg-ink-1 text-surface-1" };

type ChipProps = { unseen: readonly Pick<Unseen, "what">[]; grave: boolean; className?: string };

function Chip({ unseen, grave, className }: ChipProps) {
  const t = useTranslations("unseen");
  const text = useUnseenText()(unseen);
  return (
    <span
      data-testid="unseen"
      title={t("label")}
      className={classes(chip, grave ? tones.grave : tones.plain, className)}
    >
      <BellDot aria-hidden className="size-[1em] shrink-0" />
      <span className="sr-only">{t("label")}</span>
      <span className="min-w-0 truncate">{text}</span>
    </span>
  );
}

/** On an incident's row, wherever it is listed. */
export function UnseenMark({ id, className }: { id: string; className?: string }) {
  const incident = useIncident(id);
  const unseen = useUnseen(id);
  const [gravest] = unseen;
  if (!incident || !gravest) return null;
  return <Chip unseen={unseen} grave={isGrave(gravest.what, incident)} className={className ?? ""} />;
}

const Shown = createContext<readonly Unseen[]>([]);
const none: readonly Unseen[] = [];

/**
 * Around an open incident: keeps the marks of what came back until the incident is left, though being on screen clears
 * them for the centre, so that the reader still finds the place.
 */
export function UnseenHere({ id, children }: { id: string; children: ReactNode }) {
  const unseen = useUnseen(id);
  const kept = useRef<readonly Unseen[]>(none);
  useAttend(id);
  const shown = useMemo(() => {
    const known = new Set(kept.current.map(keyOf));
    const fresh = unseen.filter((one) => !known.has(keyOf(one)));
    if (fresh.length > 0) kept.current = [...kept.current, ...fresh];
    return kept.current;
  }, [unseen]);
  return <Shown value={shown}>{children}</Shown>;
}

const keyOf = ({ stream, seq }: { stream: Stream; seq: number }): string => `${stream} ${seq}`;

/** At the thing itself: a request, a task, a proposal, an entry of the timeline. */
export function UnseenAt({ about, event }: { about?: string; event?: { stream: Stream; seq: number } }) {
  const t = useTranslations("unseen");
  const here = useContext(Shown);
  const isHere = here.some((one) => (event ? keyOf(one) === keyOf(event) : one.about === about));
  if (!isHere) return null;
  return (
    <span data-testid="unseen-here" className={classes(chip, tones.plain, "text-desk-note")}>
      <BellDot aria-hidden className="size-[1em] shrink-0" /> {t("new")}
    </span>
  );
}
