"use client";
/** The question of a quick report, its progress, and the buttons back and cancel. */
import { ArrowLeft, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { type QuickQuestion, quickQuestions } from "./quick";

/** How many of the questions are answered, as bars. */
function Progress({ at }: { at: number }) {
  const t = useTranslations("report");
  return (
    <div
      role="progressbar"
      aria-label={t("steps")}
      aria-valuemin={1}
      aria-valuemax={quickQuestions.length}
      aria-valuenow={at + 1}
      className="grid grid-cols-4 gap-1.5 px-2 pt-1 pb-2.5"
    >
      {quickQuestions.map((one, index) => (
        <span
          key={one}
          className={classes("h-1.5 rounded-full", index <= at ? "bg-ink-1" : "bg-surface-3")}
        />
      ))}
    </div>
  );
}

type Props = { question: QuickQuestion; onBack: (() => void) | undefined; onClose: () => void };

export function QuickHead({ question, onBack, onClose }: Props) {
  const t = useTranslations("report");
  const act = useTranslations("act");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(question);
  useEffect(() => {
    // The pressed button is gone with its question: the focus moves to the next question.
    if (shown.current !== question) heading.current?.focus();
    shown.current = question;
  }, [question]);
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
          {t(`${question}Ask`)}
        </h2>
        <Button look="quiet" aria-label={act("cancel")} className="size-12 shrink-0 p-0" onClick={onClose}>
          <X size={22} aria-hidden />
        </Button>
      </div>
      <Progress at={quickQuestions.indexOf(question)} />
    </header>
  );
}
