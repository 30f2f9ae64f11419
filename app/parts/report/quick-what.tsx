"use client";
/** The kind, for a thumb: six purposes, then the kinds of one; two taps, each with its glyph. */
import { ChevronLeft } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Kind, kindsByPurpose, type Purpose, purposeOf, purposes } from "@/domain/vocabulary";
import { Button } from "../../ui/button";
import { KindGlyph } from "../incident/kind-glyph";

const tile =
  "flex min-h-[84px] flex-col items-start justify-between gap-2 rounded-3 border border-line-strong bg-surface-2 p-3 text-left text-field-body leading-tight font-semibold aria-pressed:border-2 aria-pressed:border-ink-1 aria-pressed:bg-surface-3";

type Props = { value: Kind | undefined; onChange: (kind: Kind) => void };

export function QuickWhat({ value, onChange }: Props) {
  const t = useTranslations("report");
  const purposeNames = useTranslations("purpose");
  const kindNames = useTranslations("kind");
  const [opened, open] = useState<Purpose | undefined>(value ? purposeOf(value) : undefined);
  if (!opened) {
    return (
      <div className="mt-auto grid auto-rows-fr grid-cols-2 gap-2.5">
        {purposes.map((purpose) => (
          <button
            key={purpose}
            type="button"
            data-purpose={purpose}
            className={tile}
            onClick={() => open(purpose)}
          >
            <KindGlyph kind={kindsByPurpose[purpose][0]} size={30} className="text-ink-2" />
            {purposeNames(purpose)}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className="mt-auto grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h4 className="text-field-lead leading-tight font-semibold">{purposeNames(opened)}</h4>
        <Button className="h-auto min-h-12 shrink-0 text-field-body" onClick={() => open(undefined)}>
          <ChevronLeft size={18} aria-hidden /> {t("allPurposes")}
        </Button>
      </div>
      <div className="grid auto-rows-fr grid-cols-2 gap-2.5">
        {kindsByPurpose[opened].map((kind) => (
          <button
            key={kind}
            type="button"
            data-kind={kind}
            className={tile}
            aria-pressed={value === kind}
            onClick={() => onChange(kind)}
          >
            <KindGlyph kind={kind} size={30} className="text-ink-2" />
            {kindNames(kind)}
          </button>
        ))}
      </div>
    </div>
  );
}
