import { classes } from "./classes";

type Props = {
  /** Path data on a grid of 24 by 24. */
  path: string;
  /** Pixels; the class decides when absent. */
  size?: number;
  className?: string;
};

/** A glyph in the colour of the text. It is decoration: its word stands beside it. */
export const Glyph = ({ path, size, className }: Props) => (
  <svg
    aria-hidden
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    className={classes("shrink-0", className)}
  >
    <path d={path} />
  </svg>
);
