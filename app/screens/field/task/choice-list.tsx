"use client";
/** Ready texts, one tap each; the chosen one can still be edited. */
import { ToggleGroup } from "../../../ui/toggle";

export type Choice = { key: string; label: string };

type Props = { label: string; choices: readonly Choice[]; value: string; onChange: (text: string) => void };

export function ChoiceList({ label, choices, value, onChange }: Props) {
  return (
    <ToggleGroup
      label={label}
      value={choices.find((choice) => choice.label === value)?.key ?? ""}
      onChange={(key) => onChange(choices.find((choice) => choice.key === key)?.label ?? "")}
      className="grid grid-cols-2 gap-2"
      itemClassName="min-h-14 px-3 text-field-body leading-tight border-line-strong text-ink-1"
      choices={choices.map((choice) => ({ value: choice.key, label: choice.label }))}
    />
  );
}
