"use client";
import { ToggleGroup as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Choice<Value extends string> = { value: Value; label: ReactNode; name?: string };

type Props<Value extends string> = {
  label: string;
  value: Value | "";
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  className?: string;
  itemClassName?: string;
};

/** A choice of few, all visible. */
export function ToggleGroup<Value extends string>(props: Props<Value>) {
  const { label, value, choices, onChange, className, itemClassName } = props;
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as Value)}
      className={classes("flex flex-wrap gap-1.5", className)}
    >
      {choices.map((choice) => (
        <Radix.Item
          key={choice.value}
          value={choice.value}
          aria-label={choice.name}
          className={classes(
            "inline-flex min-h-9 items-center justify-center gap-2 rounded-2 border border-line px-3 py-1 text-desk-body text-ink-2 hover:bg-surface-2 data-[state=on]:border-ink-1 data-[state=on]:bg-surface-3 data-[state=on]:font-semibold data-[state=on]:text-ink-1",
            itemClassName,
          )}
        >
          {choice.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}

/** The same with its label drawn above it. */
export function LabelledToggleGroup<Value extends string>(props: Props<Value>) {
  return (
    <div>
      <p className="mb-1 text-desk-note text-ink-2">{props.label}</p>
      <ToggleGroup {...props} />
    </div>
  );
}
