"use client";
import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { classes } from "./classes";

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
};

export function Checkbox({ checked, onChange, label, hint, disabled, className }: Props) {
  const id = useId();
  return (
    <div className={classes("flex items-start gap-3", className)}>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-1 border border-line-strong data-[state=checked]:border-ink-1 data-[state=checked]:bg-ink-1 data-[state=checked]:text-ink-inverse"
      >
        <Radix.Indicator>
          <Check size={15} strokeWidth={3} aria-hidden />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className="min-w-0">
        <span className="font-semibold">{label}</span>
        {hint ? <span className="block text-desk-note text-ink-2">{hint}</span> : null}
      </label>
    </div>
  );
}
