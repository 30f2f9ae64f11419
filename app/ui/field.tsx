import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

const box =
  "w-full rounded-2 border border-line-strong bg-surface-1 px-2.5 text-desk-body text-ink-1 placeholder:text-ink-3 aria-invalid:border-clock-alarm";

type TextProps<Element extends "input" | "textarea"> = Omit<ComponentProps<Element>, "onChange"> & {
  /** Called with the whole text after each change. */
  onText: (text: string) => void;
};

export function Input({ className, onText, ...rest }: TextProps<"input">) {
  return (
    <input
      autoComplete="off"
      className={classes(box, "h-9", className)}
      onChange={(event) => onText(event.target.value)}
      {...rest}
    />
  );
}

function TextArea({ className, onText, ...rest }: TextProps<"textarea">) {
  return (
    <textarea
      rows={3}
      className={classes(box, "py-2", className)}
      onChange={(event) => onText(event.target.value)}
      {...rest}
    />
  );
}

/** A label over its control, with a hint and an error below. */
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

type TextFieldProps = ComponentProps<typeof TextArea> & { label: ReactNode; hint?: ReactNode };

/** A label over a text of several lines. */
export function TextField({ label, hint, ...area }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      <TextArea {...area} />
    </Field>
  );
}
