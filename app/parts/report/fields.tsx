"use client";
/** The single fields of a report, for the form at a desk and for the questions on the phone. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { TimeInput } from "../../act/time-input";
import { Checkbox } from "../../ui/checkbox";
import type { Draft } from "./draft";

export type FieldsProps = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  picking?: { on: boolean; toggle: () => void };
  /** A revision cannot write a note, and a raised protection flag is not lowered here. */
  revising?: boolean;
  /** A proposal to the other side cannot raise a flag there. */
  proposing?: boolean;
};

export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="text-desk-body font-semibold">
        {title} {hint ? <span className="font-normal text-ink-3">· {hint}</span> : null}
      </h3>
      {children}
    </section>
  );
}

/** When it happened; empty means now. */
export function WhenInput({ draft, onChange, thumb = false }: FieldsProps & { thumb?: boolean }) {
  const t = useTranslations("report");
  return (
    <TimeInput
      label={t("when")}
      thumb={thumb}
      className={thumb ? "" : "w-48"}
      direction="past"
      text={draft.time}
      onText={(text) => onChange({ time: text })}
    />
  );
}

export function DangerCheck({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  return (
    <Checkbox
      checked={draft.dangerToLife}
      onChange={(dangerToLife) => onChange({ dangerToLife })}
      label={t("danger")}
      hint={t("dangerHint")}
    />
  );
}

export function ProtectionCheck({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  return (
    <Checkbox
      checked={draft.protection}
      onChange={(protection) => onChange({ protection })}
      label={t("protection")}
      hint={t("protectionHint")}
    />
  );
}
