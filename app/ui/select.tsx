"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Option<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  className?: string;
  id?: string;
};

/** A list to choose one from; the label is for screen readers only. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
  id,
}: Props<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        className={classes(
          "flex h-9 min-w-0 items-center justify-between gap-2 rounded-2 border border-line-strong bg-surface-1 px-2.5 text-left text-desk-body",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Radix.Value />
        </span>
        <ChevronDown size={15} aria-hidden className="shrink-0 text-ink-3" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) rounded-2 bg-surface-2 p-1 shadow-lift"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex min-h-8 items-center gap-2 rounded-1 py-1 pr-2.5 pl-2 text-desk-body outline-none select-none data-[highlighted]:bg-surface-3"
              >
                <span className="grid size-4 shrink-0 place-items-center">
                  <Radix.ItemIndicator>
                    <Check size={15} aria-hidden />
                  </Radix.ItemIndicator>
                </span>
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The same over its whole width, with its label drawn above it. */
export function LabelledSelect<Value extends string>(props: Omit<Props<Value>, "className" | "id">) {
  return (
    <div>
      <p className="mb-1 text-desk-note text-ink-2">{props.label}</p>
      <Select className="w-full" {...props} />
    </div>
  );
}
