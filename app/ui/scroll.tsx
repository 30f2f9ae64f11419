import type { ComponentProps } from "react";
import { classes } from "./classes";

type Props = ComponentProps<"section"> & { label: string };

/** A region that scrolls; reachable with the keyboard, so that its arrows work there too. */
export function ScrollRegion({ label, className, ...rest }: Props) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classes("min-h-0 overflow-y-auto -outline-offset-2", className)}
      {...rest}
    />
  );
}
