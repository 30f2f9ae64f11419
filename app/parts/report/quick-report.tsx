"use client";
/**
 * A report in under half a minute: kind, impact, place, counts, send. One question at a time; an answer leads to the
 * next question, and the device's own position answers "where" before it is asked.
 */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { useLive } from "../../live/hooks/use-live";
import { ScrollRegion } from "../../ui/scroll";
import type { Draft } from "./draft";
import { PickMap } from "./pick-map";
import { firstGap, type QuickQuestion, quickQuestions } from "./quick";
import { QuickCheck } from "./quick-check";
import { QuickHead } from "./quick-head";
import { QuickImpact } from "./quick-impact";
import { QuickSendBar } from "./quick-send-bar";
import { QuickWhat } from "./quick-what";
import { QuickWhere } from "./quick-where";
import { draftFor, useDraft } from "./report-outbox";
import { useDispatch } from "./use-dispatch";
import { type DevicePlace, type GpsState, isFresh, useGps } from "./use-gps";

type Props = {
  /** Where the device is, if that is known already. */
  known: DevicePlace | undefined;
  onClose: () => void;
};

/** The draft, the question that is asked now, and how an answer leads on to the next. */
function useQuickQuestions() {
  const { client, user } = useLive();
  const [draft, change] = useDraft(user.username);
  const [question, goTo] = useState<QuickQuestion>(() => firstGap(draft));
  const answer = (part: Partial<Draft>) => {
    change(part);
    goTo(firstGap({ ...draftFor(user.username), ...part }));
  };
  /** The device's own position: what the person chose or typed meanwhile is never replaced by it. */
  const answerPlace = (fix: DevicePlace) => {
    const typed = draftFor(user.username);
    if (typed.place || typed.placeText !== "") return;
    // An old reading answers nothing by itself: it is taken by choice, with its age in words.
    if (!isFresh(fix, client.store.time.now())) return;
    const { place } = fix;
    change({ place, fix });
    if (question === "where") goTo(firstGap({ ...typed, place }));
  };
  return { draft, question, change, goTo, answer, answerPlace };
}

/** Asks for the device's position once, unless a place is there already. */
function useGpsOnce(
  draft: Draft,
  known: DevicePlace | undefined,
  onPlace: (fix: DevicePlace) => void,
): GpsState {
  const [gps, askGps] = useGps(onPlace, known);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current || draft.place) return;
    hasAsked.current = true;
    askGps();
  }, [askGps, draft.place]);
  return gps;
}

export function QuickReport({ known, onClose }: Props) {
  const t = useTranslations("report");
  const { draft, question, change, goTo, answer, answerPlace } = useQuickQuestions();
  const gps = useGpsOnce(draft, known, answerPlace);
  const [isMapOpen, openMap] = useState(false);
  const dispatch = useDispatch();
  const take = (place: PlaceInput | undefined, fix?: DevicePlace) => {
    openMap(false);
    if (place) answer({ place, fix, placeText: "" });
    else change({ place, fix });
  };
  const send = () => {
    void dispatch();
    onClose();
  };
  const questions: Record<QuickQuestion, () => ReactNode> = {
    what: () => <QuickWhat value={draft.kind} onChange={(kind) => answer({ kind })} />,
    impact: () => <QuickImpact draft={draft} onChange={change} onImpact={(impact) => answer({ impact })} />,
    where: () => (
      <QuickWhere
        draft={draft}
        gps={gps}
        known={known}
        onText={(placeText) => change({ placeText })}
        onPlace={take}
        onMap={() => openMap(true)}
      />
    ),
    check: () => <QuickCheck draft={draft} onChange={change} onQuestion={goTo} />,
  };
  const previous = quickQuestions[quickQuestions.indexOf(question) - 1];
  return (
    <section
      aria-label={t("title")}
      data-testid="report-flow"
      data-step={question}
      className="flex min-h-0 flex-1 flex-col bg-surface-1 text-field-body"
    >
      <QuickHead question={question} onBack={previous ? () => goTo(previous) : undefined} onClose={onClose} />
      <ScrollRegion
        key={question}
        label={t(`${question}Ask`)}
        className="flex flex-1 flex-col px-4 pt-3 pb-5"
      >
        {questions[question]()}
      </ScrollRegion>
      {question === "check" ? <QuickSendBar draft={draft} onSend={send} /> : null}
      {isMapOpen ? <PickMap start={draft.place} onPlace={take} onClose={() => openMap(false)} /> : null}
    </section>
  );
}
