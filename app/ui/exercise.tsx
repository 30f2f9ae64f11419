"use client";
import { useTranslations } from "use-intl";
import { classes } from "./classes";

/** The hatched strip at the top edge of every screen in exercise mode. */
export const ExerciseStrip = ({ className }: { className?: string }) => (
  <div aria-hidden className={classes("hatch h-1 shrink-0 opacity-75", className)} />
);

/** The exercise badge: letters, hatch and a sentence for screen readers. */
export function ExerciseMark({ className }: { className?: string }) {
  const t = useTranslations("app");
  return (
    <span
      title={t("exerciseLong")}
      className={classes(
        "inline-flex items-stretch overflow-hidden rounded-1 border border-ink-3 font-semibold tracking-[0.06em] whitespace-nowrap text-ink-1 [:lang(km)_&]:tracking-normal [:lang(lo)_&]:tracking-normal",
        className,
      )}
    >
      <span aria-hidden className="hatch w-[1em] border-r border-ink-3" />
      <span className="px-[0.6em] py-[0.1em]">{t("exercise")}</span>
    </span>
  );
}
