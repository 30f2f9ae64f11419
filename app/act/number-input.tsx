"use client";
/** A number as it is typed. What cannot be read is marked here, and what can be read in two ways is asked about here. */
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { TypedNumber } from "../i18n/typed-number";
import { Button } from "../ui/button";
import { Input } from "../ui/field";

type Props = {
  label: string;
  inputMode: "numeric" | "decimal";
  value: string;
  /** What was typed, as it is understood. */
  typed: TypedNumber;
  /** The row means nothing without it. */
  required?: boolean;
  onText: (text: string) => void;
  onReading?: (reading: "whole" | "fraction") => void;
};

export function NumberInput({ label, inputMode, value, typed, required, onText, onReading }: Props) {
  const t = useTranslations("report");
  const help = useId();
  const isWrong = typed.state === "unclear" || (required === true && typed.state === "empty");
  const isAsked = typed.state === "unsure" && onReading !== undefined;
  return (
    <div className="grid min-w-0 content-start gap-1">
      <Input
        aria-label={label}
        placeholder={label}
        inputMode={inputMode}
        aria-invalid={isWrong || isAsked}
        aria-describedby={isWrong || isAsked ? help : undefined}
        value={value}
        onText={onText}
      />
      {isWrong ? (
        <span id={help} role="alert" className="text-desk-note font-semibold text-clock-alarm">
          {t("numberUnclear")}
        </span>
      ) : null}
      {isAsked ? <WhichNumber id={help} typed={typed} onReading={onReading} /> : null}
    </div>
  );
}

function WhichNumber(props: {
  id: string;
  typed: Extract<TypedNumber, { state: "unsure" }>;
  onReading: (reading: "whole" | "fraction") => void;
}) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { whole, fraction } = props.typed;
  const figures = { useGrouping: false, maximumFractionDigits: 3 } as const;
  return (
    <div id={props.id} role="alert" className="flex flex-wrap items-center gap-1 text-desk-note">
      <span className="font-semibold text-clock-alarm">{t("numberAsk")}</span>
      <Button size="small" onClick={() => props.onReading("whole")}>
        {format.number(whole, figures)}
      </Button>
      <Button size="small" onClick={() => props.onReading("fraction")}>
        {format.number(fraction, figures)}
      </Button>
    </div>
  );
}
