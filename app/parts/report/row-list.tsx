"use client";
/** Rows of one kind of detail, which are added and removed one by one. */
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { NumberInput } from "../../act/number-input";
import { Button } from "../../ui/button";
import type { Draft } from "./draft";
import { countOf } from "./list-drafts";

/** What the rows of each kind of detail are given. */
export type DetailRowsProps = { draft: Draft; onChange: (part: Partial<Draft>) => void };

type Props<Row> = {
  title: string;
  hint?: string;
  add: string;
  rows: readonly Row[];
  fresh: Row;
  onRows: (rows: Row[]) => void;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
};

export function RowList<Row>({ title, hint, add, rows, fresh, onRows, children }: Props<Row>) {
  const t = useTranslations("report");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-desk-note text-ink-2">
        {title}
        {hint ? <span className="text-ink-3"> · {hint}</span> : null}
      </legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are only added or removed
        <div key={index} className="flex items-start gap-1.5">
          <div data-row className="grid min-w-0 flex-1 grid-flow-col gap-1.5 auto-cols-fr">
            {children(row, (part) =>
              onRows(rows.map((other, at) => (at === index ? { ...other, ...part } : other))),
            )}
          </div>
          <Button
            look="quiet"
            size="squareSmall"
            aria-label={t("remove")}
            onClick={() => onRows(rows.filter((_, at) => at !== index))}
          >
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
      <Button size="small" className="justify-self-start" onClick={() => onRows([...rows, fresh])}>
        <Plus size={14} aria-hidden /> {add}
      </Button>
    </fieldset>
  );
}

export const optionsOf = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
  values.map((value) => ({ value, label: label(value) }));

export function CountInput({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations("report");
  return (
    <NumberInput
      required
      label={t("count")}
      inputMode="numeric"
      value={value}
      typed={countOf(value)}
      onText={onChange}
    />
  );
}
