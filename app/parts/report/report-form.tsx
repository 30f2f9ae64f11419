"use client";
/** The frame of a report form: its fields, what is missing or failed, and one button that sends. */
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { useErrorText } from "../../act/send-command";
import type { Outcome } from "../../live/commands";
import { Button } from "../../ui/button";
import { ScrollRegion } from "../../ui/scroll";
import type { Draft } from "./draft";
import type { FieldsProps } from "./fields";

export type ReportProps = {
  picking?: FieldsProps["picking"];
  /** A place that was just clicked on the map. */
  picked?: PlaceInput;
  /** Called with the incident once its events are in the picture. */
  onSent: (incidentId: string) => void;
};

/** Takes a place that was clicked on the map into the draft. */
export function usePicked(picked: PlaceInput | undefined, change: (part: Partial<Draft>) => void): void {
  useEffect(() => {
    if (picked) change({ place: picked, placeText: "" });
  }, [picked, change]);
}

type Props = {
  label: string;
  ready: boolean;
  hint: ReactNode;
  /** Undefined while there is nothing to send yet. */
  send: () => Promise<Outcome | undefined>;
  onSent?: () => void;
  /** Stands in place of error, hint and button. */
  instead?: ReactNode;
  children: ReactNode;
};

/** Keeps what was typed until it was accepted; an error stands where the hint was. */
export function ReportForm({ label, ready, hint, send, onSent, instead, children }: Props) {
  const t = useTranslations("report");
  const errorText = useErrorText();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || isSending) return;
    setIsSending(true);
    const outcome = await send();
    setIsSending(false);
    if (!outcome) return;
    setError(outcome.ok ? undefined : errorText(outcome.error));
    if (outcome.ok) onSent?.();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-1 flex-col">
      <ScrollRegion label={label} className="flex-1 px-4 pt-1 pb-5">
        {children}
      </ScrollRegion>
      <div className="grid gap-2 border-t px-4 pt-2.5 pb-3">
        {instead ?? (
          <>
            {error ? (
              <p role="alert" className="text-desk-body">
                <b className="font-semibold text-clock-alarm">{t("failed")}.</b> {error} {t("kept")}
              </p>
            ) : (
              <p className="text-desk-note">{hint}</p>
            )}
            <Button type="submit" look="primary" aria-disabled={!ready || isSending}>
              {isSending ? t("submitting") : label}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
