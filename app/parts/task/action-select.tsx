"use client";
import { useTranslations } from "use-intl";
import { type Action, actions } from "@/domain/vocabulary";
import { LabelledSelect } from "../../ui/select";

type Props = {
  label: string;
  value: Action;
  onChange: (action: Action) => void;
  /** What may be chosen; everything when absent. */
  choices?: readonly Action[];
};

/** What a unit is to do: patrol, watch, hand over. */
export function ActionSelect({ choices = actions, ...select }: Props) {
  const names = useTranslations("action");
  return <LabelledSelect {...select} options={choices.map((value) => ({ value, label: names(value) }))} />;
}
