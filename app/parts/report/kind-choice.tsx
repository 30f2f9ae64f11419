"use client";
/** The kind: a purpose, then its kinds; two taps, each with its glyph. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Kind, kindsByPurpose, type Purpose, purposeOf, purposes } from "@/domain/vocabulary";
import { classes } from "../../ui/classes";
import { KindGlyph } from "../incident/kind-glyph";

const tile =
  "flex min-h-10 items-center gap-2 rounded-2 border border-line px-2.5 py-1 text-left text-desk-body leading-tight text-ink-2 hover:bg-surface-2 aria-pressed:border-ink-1 aria-pressed:bg-surface-3 aria-pressed:font-semibold aria-pressed:text-ink-1";

type Props = { value: Kind | undefined; onChange: (kind: Kind) => void };

export function KindChoice({ value, onChange }: Props) {
  const purposeNames = useTranslations("purpose");
  const kindNames = useTranslations("kind");
  const [opened, open] = useState<Purpose>();
  const shown = opened ?? (value ? purposeOf(value) : undefined);
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-1.5">
        {purposes.map((purpose) => (
          <button
            key={purpose}
            type="button"
            data-purpose={purpose}
            className={tile}
            aria-pressed={shown === purpose}
            onClick={() => open(purpose)}
          >
            {purposeNames(purpose)}
          </button>
        ))}
      </div>
      {shown ? (
        <div className="grid grid-cols-2 gap-1.5 rounded-2 bg-surface-2 p-1.5">
          {kindsByPurpose[shown].map((kind) => (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              className={classes(tile, "bg-surface-1")}
              aria-pressed={value === kind}
              onClick={() => onChange(kind)}
            >
              <KindGlyph kind={kind} size={20} className="text-ink-2" />
              {kindNames(kind)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
