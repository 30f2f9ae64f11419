import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "./classes";

const button = cva(
  "inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-2 border font-semibold transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-transparent disabled:text-ink-3 aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-3 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "border-ink-1 bg-ink-1 text-ink-inverse hover:border-ink-2 hover:bg-ink-2",
        outline: "border-line-strong bg-transparent text-ink-1 hover:bg-surface-3",
        quiet: "border-transparent bg-transparent text-ink-2 hover:bg-surface-3 hover:text-ink-1",
        destructive:
          "border-clock-alarm bg-transparent text-clock-alarm hover:bg-alarm-fill hover:text-on-danger",
      },
      size: {
        small: "h-7 px-2.5 text-desk-note",
        medium: "h-9 px-3.5 text-desk-body",
        large: "h-12 px-5 text-desk-title",
        square: "size-9 p-0",
        squareSmall: "size-8 p-0",
      },
    },
    defaultVariants: { look: "outline", size: "medium" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button> & { asChild?: boolean };

export function Button({ className, look, size, asChild, type = "button", ...rest }: Props) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      type={asChild ? undefined : type}
      className={classes(button({ look, size }), className)}
      {...rest}
    />
  );
}
