import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

const box =
  "w-full rounded-2 border border-line-strong bg-surface-1 px-2.5 text-desk-body text-ink-1 placeholder:text-ink-3 aria-invalid:border-clock-alarm";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input autoComplete="off" className={classes(box, "h-9", className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={3} className={classes(box, "py-2", className)} {...rest} />;
}

/** A label over its control, with room for a hint and an error in words. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={classes("block", props.className)}>
      <span className="mb-1 block text-desk-note text-ink-2">{props.label}</span>
      {props.children}
      {props.hint ? <span className="mt-1 block text-desk-note text-ink-3">{props.hint}</span> : null}
      {props.error ? (
        <span role="alert" className="mt-1 block text-desk-note font-semibold text-clock-alarm">
          {props.error}
        </span>
      ) : null}
    </label>
  );
}
