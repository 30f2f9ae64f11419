"use client";
/**
 * A report in under half a minute: kind, impact, place, counts, send. One question at a time; an answer leads on by
 * itself, and the device's own position answers "where" before it is asked.
 */
import { ArrowLeft, MapPinned, Send, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { ScrollRegion } from "../../ui/scroll";
import { missing } from "./draft";
import { PickMap } from "./pick-map";
import { PlaceChoice } from "./place-choice";
import { firstGap, type QuickStep, quickSteps } from "./quick";
import { QuickCheck } from "./quick-check";
import { QuickImpact } from "./quick-impact";
import { QuickWhat } from "./quick-what";
import { draftFor, useDraft } from "./report-outbox";
import { byThumb } from "./thumb";
import { useDispatch } from "./use-dispatch";
import { useGps } from "./use-gps";

function Head({
  step,
  onBack,
  onClose,
}: {
  step: QuickStep;
  onBack: (() => void) | undefined;
  onClose: () => void;
}) {
  const t = useTranslations("report");
  const act = useTranslations("act");
  const at = quickSteps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // An answer took its own button away: the focus goes on to the next question.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <header className="border-b px-2 pt-1.5">
      <div className="flex items-center gap-1">
        <Button
          look="quiet"
          aria-label={t("back")}
          className={classes("size-12 shrink-0 p-0", !onBack && "invisible")}
          onClick={onBack}
        >
          <ArrowLeft size={22} aria-hidden />
        </Button>
        <h2
          ref={heading}
          tabIndex={-1}
          className="min-w-0 flex-1 text-center text-field-title font-bold outline-none"
        >
          {t(`${step}Ask`)}
        </h2>
        <Button look="quiet" aria-label={act("cancel")} className="size-12 shrink-0 p-0" onClick={onClose}>
          <X size={22} aria-hidden />
        </Button>
      </div>
      <div
        role="progressbar"
        aria-label={t("steps")}
        aria-valuemin={1}
        aria-valuemax={quickSteps.length}
        aria-valuenow={at + 1}
        className="grid grid-cols-4 gap-1.5 px-2 pt-1 pb-2.5"
      >
        {quickSteps.map((one, index) => (
          <span
            key={one}
            className={classes("h-1.5 rounded-full", index <= at ? "bg-ink-1" : "bg-surface-3")}
          />
        ))}
      </div>
    </header>
  );
}

function SendBar({ onSend }: { onSend: () => void }) {
  const t = useTranslations("report");
  const { user } = useLive();
  const [draft] = useDraft(user.username);
  const gaps = missing(draft);
  return (
    <div className="border-t bg-surface-1 px-4 pt-2 pb-4">
      <p className={classes("mb-2 text-field-detail", gaps.length > 0 ? "text-stale" : "text-ink-2")}>
        {gaps.length > 0 ? t("missing", { what: gaps.map((gap) => t(gap)).join(", ") }) : t("national")}
      </p>
      <Button
        look="primary"
        data-testid="send-report"
        aria-disabled={gaps.length > 0}
        className="h-[68px] w-full rounded-[14px] text-field-heading"
        onClick={() => gaps.length === 0 && onSend()}
      >
        <Send size={22} aria-hidden /> {t("send")}
      </Button>
    </div>
  );
}

type Props = {
  /** Where the device is, if that is known already. */
  known: PlaceInput | undefined;
  onClose: () => void;
  now?: () => number;
};

export function QuickReport({ known, onClose, now = Date.now }: Props) {
  const t = useTranslations("report");
  const { user } = useLive();
  const [draft, change] = useDraft(user.username);
  const [step, go] = useState<QuickStep>(() => firstGap(draft));
  const [mapping, map] = useState(false);
  const send = useDispatch();
  const onGps = (place: PlaceInput) => {
    const typed = draftFor(user.username);
    // What the person chose or types meanwhile is never put aside.
    if (typed.place || typed.placeText !== "") return;
    change({ place });
    if (step === "where") go(firstGap({ ...typed, place }));
  };
  const [gps, askGps] = useGps(onGps, known);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || draft.place) return;
    asked.current = true;
    askGps();
  }, [askGps, draft.place]);
  const answer = (part: Partial<typeof draft>) => {
    change(part);
    go(firstGap({ ...draftFor(user.username), ...part }));
  };
  const take = (place: PlaceInput | undefined) => {
    map(false);
    if (place) answer({ place, placeText: "" });
    else change({ place });
  };
  const previous = quickSteps[quickSteps.indexOf(step) - 1];
  return (
    <section
      aria-label={t("title")}
      data-testid="report-flow"
      data-step={step}
      className="flex min-h-0 flex-1 flex-col bg-surface-1 text-field-body"
    >
      <Head step={step} onBack={previous ? () => go(previous) : undefined} onClose={onClose} />
      <ScrollRegion key={step} label={t(`${step}Ask`)} className="flex flex-1 flex-col px-4 pt-3 pb-5">
        {step === "what" ? <QuickWhat value={draft.kind} onChange={(kind) => answer({ kind })} /> : null}
        {step === "impact" ? (
          <QuickImpact draft={draft} onChange={change} onImpact={(impact) => answer({ impact })} />
        ) : null}
        {step === "where" ? (
          <div className={classes("grid gap-3", byThumb)}>
            {gps === "idle" || draft.place ? null : (
              <p role="status" className={gps === "failed" ? "text-stale" : "text-catching"}>
                {t(gps === "failed" ? "gpsFailed" : "gpsWaiting")}
              </p>
            )}
            <Button className="min-h-14" data-testid="on-map" onClick={() => map(true)}>
              <MapPinned size={20} aria-hidden /> {t("onMap")}
            </Button>
            <PlaceChoice
              large
              known={known}
              place={draft.place}
              text={draft.placeText}
              onText={(placeText) => change({ placeText })}
              onPlace={take}
            />
          </div>
        ) : null}
        {step === "check" ? <QuickCheck draft={draft} onChange={change} onStep={go} /> : null}
      </ScrollRegion>
      {step === "check" ? (
        <SendBar
          onSend={() => {
            void send(now());
            onClose();
          }}
        />
      ) : null}
      {mapping ? <PickMap start={draft.place} onPlace={take} onClose={() => map(false)} /> : null}
    </section>
  );
}
